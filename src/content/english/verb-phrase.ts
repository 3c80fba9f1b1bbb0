/**
 * Recognizes texts that are commands ("See a deploy go wrong"), so that a draft may go on from them:
 * "With Live tail, you can see a deploy go wrong". It would rather miss one than make a sentence that
 * no reader would accept; what it misses stands as the sentence that it is.
 */

/** Base forms that are hardly ever nouns or adjectives: any word may follow. */
const VERBS = new Set(
  `accept achieve acquire adapt add adjust admire afford allocate allow analyse analyze anticipate apply
  appreciate arrange ask assemble assess assign attach attend attract authenticate avoid be become begin
  believe borrow breathe bring calculate celebrate choose collaborate collect communicate compare comply
  compose configure connect consider consolidate contribute convert cooperate coordinate create curate
  customise customize decide decorate dedicate defend define delete deliver depend deploy describe detect
  determine develop diagnose digitise digitize discover discuss diversify donate earn eat eliminate empower
  enable encrypt engage enjoy enrich enrol enroll ensure establish evaluate examine exceed exclude execute
  expand explain explore extend facilitate find fix follow forget fulfil fulfill generate get give go grow
  have hear identify illustrate implement improve include incorporate inform inspect integrate interpret
  invest investigate invite involve join keep know learn lend let listen locate lose maintain make manage
  meet memorise memorize migrate minimise minimize modernise modernize modify navigate negotiate notify
  obtain onboard operate optimise optimize orchestrate organise organize overcome perform personalise
  personalize practise prepare preserve prevent prioritise prioritize proceed promote pronounce propose
  protect prove provide publish pursue qualify realise realize reassure receive recognise recognize
  recommend reconcile reconnect recover recruit redeem reduce refine reflect register relax relearn rely
  remember remove renew replace replicate represent reproduce resize resolve respond restrict retain
  retrieve reuse rewrite satisfy save see sell send serve settle simplify sit solve speak specify spend
  standardise standardize stay streamline strengthen submit subscribe succeed suggest summarize survive
  synchronise synchronize tailor take teach tell think thrive tidy tolerate transcribe translate undergo
  understand unify unlock unsubscribe unwind validate verify visualise visualize wear win withdraw write`.split(
    /\s+/u,
  ),
);

/** Base forms that are nouns as well ("Search results"): only with a word behind that no noun takes. */
const VERBS_AND_NOUNS = new Set(
  `access advance answer appeal approve archive attack attempt audit automate back bake balance benefit bid
  block book bookmark boost brush budget build burn buy call camp cancel capture care carry cast catch
  change charge chart chat check claim clean clear climb close combine comfort comment commission compliment
  contact contract contrast control cook copy count cover craft credit crop cross curb cure cut dance dare
  date deal debug delay delegate demand deposit design desire detail diet dig dine direct discount display
  dispute document double download dress drill drink drive drop dry ease edit email embed end enter estimate
  exchange exercise experience export express extract face favor favour fear feed feel fight file fill
  filter finance finish fire fish fit flag fly focus fold force forecast form frame free freeze fuel fund
  gather gauge gift glue grab grade grant greet grip ground group guide handle harness harvest head heal
  heat help hide highlight hire hit hold honor honour host hug hunt hurry ignore import increase influence
  install insure interview invoice issue judge jump kick knit label launch lay lead leap leave lift light
  limit link list log look love lower mail map mark mask master match measure mend merge mind mirror mix
  model monitor mount move mow name notice nurse object observe offer open order outline own pack paint
  paste pause pay perfect phone photograph pick picture pin pitch place plan play pool position post pour
  practice press preview price print process produce profit program project promise purchase push query quiz
  quote race raid raise rank rate reach read rebuild record refill reform refresh refund regain release
  remind rent reorder repair repeat report request rescue research reserve reset rest restart restore resume
  retire return reverse review reward ride ring rise roast rock roll route rub rule run rush sample scale
  scan schedule score scrub seal search seat secure seek select sense separate set shape share shield shift
  ship shoot shop shorten show sign sketch skip sleep slice slow smell smooth snap sort sound spark spell
  spin split spot spread stack stage stamp stand start state stem step stick stitch stock stop store stream
  strike strip study style substitute suit summarise supply support surprise survey swap sweep swim swing
  switch sync tackle talk tap target taste term test text throw tie time tip top touch tour trace track
  trade train transfer transform transport trap travel treat trick trigger trim trust try tune turn type
  undo update upgrade upload use value view visit voice vote wait walk warm warn wash waste watch weigh
  welcome whip wipe wish witness wonder work wrap`.split(/\s+/u),
);

/** What may follow a verb and never follows a noun that stands first. */
const DETERMINERS = new Set(
  `a an the your their his her its every each these those any another both everything everyone anything them
  what whatever whether how`.split(/\s+/u),
);

/** Verbs of two words; as nouns they are written as one, or another noun follows ("Sign up form"). */
const PHRASAL =
  /^\p{L}+ (?:up|out|off|down|away|back) (?:and|as|at|before|after|by|for|from|if|in|on|to|when|where|while|who|with|without)(?![\p{L}\p{N}])/u;
const PARTICLE = /^(?:up|out|off|down|away|back)$/u;

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
  const match = /^(\p{L}+) (\p{L}+)(?: (\p{L}+))?/u.exec(phrase);
  if (match === null || SPEAKER.test(phrase) || MORE_THAN_ONE_SENTENCE.test(phrase)) return undefined;
  if (LOOSE_COMMA.test(phrase) || TITLE_CASE.test(phrase) || /[&+]/u.test(phrase)) return undefined;
  const [, first = '', second = '', third = ''] = match;
  const verb = first.toLowerCase();
  // "Read Replicas": names are written with capitals throughout.
  if (first === first.toUpperCase() || /^\p{Lu}\p{Ll}/u.test(second)) return undefined;
  const object = PARTICLE.test(second) ? third : second;
  const isCommand =
    VERBS.has(verb) ||
    (VERBS_AND_NOUNS.has(verb) && (DETERMINERS.has(object.toLowerCase()) || PHRASAL.test(phrase)));
  return isCommand ? `${verb}${phrase.slice(first.length)}` : undefined;
}

/** Verbs with which troubles begin, and hardly any command does. */
const TROUBLE_VERBS = ['chase', 'drown', 'guess', 'juggle', 'miss', 'struggle', 'suffer', 'worry'];

/** Whether a text begins with the base form of a verb, whatever follows. */
export function beginsWithVerb(text: string): boolean {
  const [first = ''] = text.toLowerCase().split(' ', 1);
  return VERBS.has(first) || VERBS_AND_NOUNS.has(first) || TROUBLE_VERBS.includes(first);
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
  /(?<![\p{L}\p{N}-])(?:am|crash|crashes|disappear|disappears|drag|drags|drift|drifts|eat|eats|expire|expires|hurt|hurts|leak|leaks|linger|lingers|pile|piles|remain|remains|require|requires|sit|sits|slip|slips|vary|varies|is|are|was|were|has|have|had|does|do|did|can|could|will|would|must|may|might|should|need|needs|want|wants|use|uses|run|runs|choose|chooses|come|comes|keep|keeps|know|knows|get|gets|make|makes|take|takes|pay|pays|spend|spends|lose|loses|grow|grows|buy|buys|sell|sells|see|sees|find|finds|send|sends|write|writes|build|builds|help|helps|serve|serves|struggle|struggles|rely|relies|trust|trusts|love|loves|like|likes|live|lives|work|works|arrive|arrives|ask|asks|assume|assumes|become|becomes|begin|begins|break|breaks|bring|brings|cost|costs|end|ends|fail|fails|feel|feels|forget|forgets|give|gives|go|goes|happen|happens|hide|hides|keep|keeps|last|lasts|leave|leaves|look|looks|lack|lacks|match|matches|mean|means|miss|misses|never|rarely|say|says|seem|seems|start|starts|stop|stops|tell|tells|wait|waits|waste|wastes|don't|doesn't|isn't|aren't|can't|won't)(?![\p{L}\p{N}-])/iu;

/** Whether a text makes a statement, rather than naming somebody or something. */
export function isStatement(text: string): boolean {
  const [, ...rest] = text.replaceAll('’', "'").split(' ');
  const beforeRelative =
    rest.join(' ').split(/(?<![\p{L}\p{N}])(?:who|that|which|whose|where|with)(?![\p{L}\p{N}])/iu)[0] ?? '';
  return FINITE_VERB.test(beforeRelative);
}
