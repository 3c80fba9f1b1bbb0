/**
 * Recognizes texts that are commands ("See a deploy go wrong"), so that a draft may go on from them:
 * "With Live tail, you can see a deploy go wrong". It would rather miss one than make a sentence that
 * no reader would accept; what it misses stands as the sentence that it is.
 */

/** Base forms that are hardly ever nouns or adjectives: any word may follow. */
const VERBS = new Set(
  `achieve add allow analyse analyze apply arrange ask avoid be become begin believe borrow bring
  choose collect compare connect convert create customise customize decide define delete deliver
  deploy describe discover earn eat enjoy ensure explain explore find fix follow forget get give go
  grow have hear identify improve include invite join keep know learn let listen lose maintain make
  manage meet optimise optimize organise organize practise prepare prevent protect prove provide
  publish realise realize recover reduce remember remove replace respond retain save see sell send
  serve simplify solve spend stay streamline succeed take teach tell think translate understand
  unlock validate verify wear win write`.split(/\s+/u),
);

/** Base forms that are nouns as well ("Search results"): only with a word behind that no noun takes. */
const VERBS_AND_NOUNS = new Set(
  `access answer approve archive audit automate back balance benefit block book boost budget build buy call cancel
  care change charge chart chat check claim clean combine control cook count cover cut debug design display document
  double drive drop edit email end enter estimate exchange export feed file fill filter finish fit flag
  forecast free group guide handle help hire hold host import invoice knit label launch lead limit link list
  log look love map mark match mend merge model monitor move name notice open order own pack paint pay pick pin
  place plan play post practice press preview price print process program push query raise rank rate reach record
  refund release rent repair repeat report request reset rest restore return review roll route run scale scan schedule
  score search secure set share ship show sign skip sleep sort split start stop store stream study support switch
  talk target test track train travel treat trim trust try turn update upgrade use value view visit wait walk
  watch work wrap`.split(/\s+/u),
);

/** What may follow a verb and never follows a noun that stands first. */
const DETERMINERS = new Set(
  'a an the your their his her its every each these those any another both everything everyone anything them'.split(
    ' ',
  ),
);

/** "Find our files" would become "you can find our files". */
const SPEAKER = /(?<![\p{L}\p{N}])(?:I|me|my|mine|we|us|our|ours|myself|ourselves)(?![\p{L}\p{N}])/iu;

/** A mark inside that ends a sentence, or one at the end that is no full stop. */
const MORE_THAN_ONE_SENTENCE = /[.!?…:;]["'”’)]*\s|[!?…:;,]["'”’)]*$/u;

/** A comma, behind which another command may stand, unless one of these words goes on. */
const LOOSE_COMMA =
  /,\s(?!(?:not|so|when|whenever|before|after|even|and|or|but|with|without|whatever|wherever|if|as)(?![\p{L}\p{N}]))/iu;

/** "Find A Home You Love" would stay so in the middle of a sentence. */
const TITLE_CASE = /\s(?:A|An|The|In|Of|For|Your|With|And)\s/u;

/** @returns the command with a small letter first and no full stop, or undefined where it is none */
export function verbPhrase(text: string): string | undefined {
  const phrase = text.trim().replace(/\.$/u, '');
  const match = /^(\p{L}+) (\p{L}+)/u.exec(phrase);
  if (match === null || SPEAKER.test(phrase) || MORE_THAN_ONE_SENTENCE.test(phrase)) return undefined;
  if (LOOSE_COMMA.test(phrase) || TITLE_CASE.test(phrase) || /[&+]/u.test(phrase)) return undefined;
  const [, first = '', second = ''] = match;
  const verb = first.toLowerCase();
  // "Read Replicas": names are written with capitals throughout.
  if (first === first.toUpperCase() || /^\p{Lu}\p{Ll}/u.test(second)) return undefined;
  const isCommand = VERBS.has(verb) || (VERBS_AND_NOUNS.has(verb) && DETERMINERS.has(second.toLowerCase()));
  return isCommand ? `${verb}${phrase.slice(first.length)}` : undefined;
}

/** Whether a text begins with the base form of a verb, whatever follows. */
export function beginsWithVerb(text: string): boolean {
  const [first = ''] = text.toLowerCase().split(' ', 1);
  return (
    VERBS.has(first) || VERBS_AND_NOUNS.has(first) || ['waste', 'struggle', 'miss', 'pay'].includes(first)
  );
}

/** Whether a verb makes it a statement before a clause begins that has one of its own. */
export function statesBeforeClause(text: string): boolean {
  return isStatement(text.split(/\s(?:when|if|because|before|after|while|until)\s/iu)[0] ?? '');
}

/** Commands that tell a state: nobody "can" do these thanks to a feature. */
export function tellsAState(command: string): boolean {
  return /^(?:be|become|have|know|believe|enjoy|forget|get|lose|own|stay|think|understand|wait)(?![\p{L}\p{N}])/u.test(
    command,
  );
}

/** Whether a text speaks as the one who says it. */
export function speaks(text: string): boolean {
  return SPEAKER.test(text);
}

/** Verbs of statements about people and products; each is no noun where it stands behind a subject. */
const FINITE_VERB =
  /(?<![\p{L}\p{N}])(?:am|is|are|was|were|has|have|had|does|do|did|can|could|will|would|must|may|might|should|need|needs|want|wants|use|uses|run|runs|choose|chooses|come|comes|keep|keeps|know|knows|get|gets|make|makes|take|takes|pay|pays|spend|spends|lose|loses|grow|grows|buy|buys|sell|sells|see|sees|find|finds|send|sends|write|writes|build|builds|help|helps|serve|serves|struggle|struggles|rely|relies|trust|trusts|love|loves|like|likes|live|lives|work|works|arrive|arrives|ask|asks|assume|assumes|become|becomes|begin|begins|break|breaks|bring|brings|cost|costs|end|ends|fail|fails|feel|feels|forget|forgets|give|gives|go|goes|happen|happens|hide|hides|keep|keeps|last|lasts|leave|leaves|look|looks|lack|lacks|match|matches|mean|means|miss|misses|never|rarely|say|says|seem|seems|start|starts|stop|stops|tell|tells|wait|waits|waste|wastes|don't|doesn't|isn't|aren't|can't|won't)(?![\p{L}\p{N}])/iu;

/** Whether a text makes a statement, rather than naming somebody or something. */
export function isStatement(text: string): boolean {
  const [, ...rest] = text.replaceAll('’', "'").split(' ');
  const beforeRelative =
    rest.join(' ').split(/(?<![\p{L}\p{N}])(?:who|that|which|whose|where|with)(?![\p{L}\p{N}])/iu)[0] ?? '';
  return FINITE_VERB.test(beforeRelative);
}
