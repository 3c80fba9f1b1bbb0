/**
 * Verbs with a past of their own: the lemma and its past forms, the regular one among them where it
 * is in use beside the other ("learned", "learnt").
 */
const VERBS = `
be am is are was were been being; have has had having; do does did done doing; go goes went gone going;
arise arose arisen; awake awoke awoken; bear bore borne born; beat beaten; become became; begin began begun;
bend bent; bet betted; bid bade bidden; bind bound; bite bit bitten; bleed bled; blow blew blown;
break broke broken; breed bred; bring brought; broadcast broadcasted; build built; burn burned burnt;
burst; buy bought; cast; catch caught; choose chose chosen; cling clung; come came; cost costed; creep crept;
cut; deal dealt; dig dug; draw drew drawn; dream dreamed dreamt; drink drank drunk; drive drove driven;
eat ate eaten; fall fell fallen; feed fed; feel felt; fight fought; find found; fit fitted; flee fled;
fling flung; fly flew flown; forbid forbade forbidden; forecast forecasted; foresee foresaw foreseen;
forget forgot forgotten; forgive forgave forgiven; freeze froze frozen; get got gotten; give gave given;
grind ground; grow grew grown; hang hung hanged; hear heard; hide hid hidden; hit; hold held; hurt;
keep kept; kneel knelt kneeled; knit knitted; know knew known; lay laid; lead led; lean leaned leant;
leap leaped leapt; learn learned learnt; leave left; lend lent; let; lie lay lain lied; light lit lighted;
lose lost; make made; mean meant; meet met; mislead misled; misunderstand misunderstood; mow mowed mown;
offset; outdo outdid outdone; outgrow outgrew outgrown; outperform outperformed; overcome overcame;
oversee oversaw overseen; overtake overtook overtaken; pay paid; prove proved proven; put; quit quitted;
read; rebuild rebuilt; redo redid redone; repay repaid; reset; rethink rethought; rewrite rewrote rewritten;
rid; ride rode ridden; ring rang rung; rise rose risen; run ran; say said; see saw seen; seek sought;
sell sold; send sent; set; sew sewed sewn; shake shook shaken; shed; shine shone shined; shoot shot;
show showed shown; shrink shrank shrunk shrunken; shut; sing sang sung; sink sank sunk sunken; sit sat; sleep slept;
slide slid; smell smelled smelt; sow sowed sown; speak spoke spoken; speed sped speeded; spell spelled spelt;
spend spent; spill spilled spilt; spin spun; split; spoil spoiled spoilt; spread; spring sprang sprung;
stand stood; steal stole stolen; stick stuck; sting stung; stink stank stunk; strike struck stricken;
string strung; strive strove striven strived; swear swore sworn; sweat sweated; sweep swept;
swell swelled swollen; swim swam swum; swing swung; take took taken; teach taught; tear tore torn; tell told; tread trod trodden;
think thought; throw threw thrown; thrust; undergo underwent undergone undergoes undergoing;
understand understood; undertake undertook undertaken; undo undid undone undoes undoing; uphold upheld;
upset; wake woke woken waked; wear wore worn; weave wove woven; wed wedded; weep wept; wet wetted; win won;
wind wound; withdraw withdrew withdrawn; withhold withheld; withstand withstood; wring wrung;
write wrote written;
befall befell befallen; behold beheld; beseech besought; browbeat browbeaten; dive dived dove; dwell dwelled dwelt;
forego forewent foregone; forsake forsook forsaken; foretell foretold; hew hewed hewn; inlay inlaid;
mislay mislaid; misspell misspelled misspelt; mistake mistook mistaken; outrun outran; override overrode overridden;
overrun overran; oversleep overslept; overthrow overthrew overthrown; partake partook partaken; resell resold;
retell retold; plead pleaded pled; prepay prepaid; remake remade; rend rent; saw sawed sawn; shave shaved shaven;
shear sheared shorn; shoe shoed shod; slay slew slain; sling slung; slink slunk; smite smote smitten;
sneak sneaked snuck; spellbind spellbound; spit spat; strew strewed strewn; stride strode stridden;
thrive thrived throve thriven; eye eyed eying; cleave cleaved cleft cloven; bless blessed blest; melt melted molten; sublet; underpay underpaid; underwrite underwrote underwritten; unwind unwound`;

/** Nouns with a plural of their own. Where "-s" is in use too, the rules know it. */
const NOUNS = `
man men; woman women; child children; person people; salesperson salespeople; foot feet; tooth teeth; goose geese; mouse mice; ox oxen;
louse lice; penny pence;
calf calves; elf elves; half halves; hoof hooves; knife knives; midwife midwives; housewife housewives; dwarf dwarves; leaf leaves; life lives; loaf loaves;
scarf scarves; self selves; sheaf sheaves; shelf shelves; thief thieves; wife wives; wolf wolves;
analysis analyses; axis axes; basis bases; crisis crises; diagnosis diagnoses; emphasis emphases;
hypothesis hypotheses; metastasis metastases; neurosis neuroses; oasis oases; paralysis paralyses;
parenthesis parentheses; prognosis prognoses; psychosis psychoses; synopsis synopses; synthesis syntheses;
testis testes; thesis theses; antithesis antitheses; ellipsis ellipses; genesis geneses; metamorphosis metamorphoses;
sclerosis scleroses; trauma traumata; uterus uteri; whiz whizzes; cirrhosis cirrhoses; thrombosis thromboses; prosthesis prostheses;
alumnus alumni; bacillus bacilli; cactus cacti; calculus calculi; focus foci; fungus fungi; nucleus nuclei; radius radii;
stimulus stimuli; syllabus syllabi; thrombus thrombi; genus genera;
addendum addenda; aquarium aquaria; bacterium bacteria; curriculum curricula; datum data; erratum errata; forum fora;
maximum maxima; medium media; memorandum memoranda; minimum minima; optimum optima; ovum ova; serum sera;
spectrum spectra; stadium stadia; stratum strata; criterion criteria; phenomenon phenomena; automaton automata;
alga algae; aorta aortae; hernia herniae; antenna antennae; formula formulae; larva larvae; vertebra vertebrae;
apex apices; larynx larynges; appendix appendices; codex codices; index indices; matrix matrices; vertex vertices; vortex vortices;
bureau bureaux; quiz quizzes; grandchild grandchildren; gas gases gasses; bus buses busses`;

const entries = (table: string) =>
  table.split(';').map((entry) => {
    const [lemma = '', ...forms] = entry.trim().split(/\s+/);
    return { lemma, forms };
  });

/** Verbs whose "-ed" is no form of theirs, unless the table names it: "seed" is not of "see". */
export const IRREGULAR_VERBS: ReadonlySet<string> = new Set(entries(VERBS).map(({ lemma }) => lemma));

/** Words of their own that only look like regular forms of another. */
const OTHERS = `
new news; good goods; rang ranged ranging; morn morning; wed wedding; cloth clothed clothing; breath breathed breathing;
loath loathed loathing; unit united uniting; envelope enveloping; envelop envelopes;
caste casting; income incoming; rug rugged; wick wicked; crook crooked; rag ragged; inn inning;
severe severed severing; suite suited suiting; singe singing; wit witting; overly overlying; rare raring;
chilly chillies; bloc blocked blocking; sac sacked sacking; grille grilled grilling; wretch wretched;
enterprise enterprising; test testes; ceil ceiling; mope moped; gal galled galling;
specie species; sooth soothed soothing; physic physics; stock stocking`;

/** The lemmas of an irregular form: of "left" it is "leave", of "axes" "axis". */
export const IRREGULAR_LEMMAS: ReadonlyMap<string, readonly string[]> = lemmasByForm();

/** By lemma, what is no form of it. */
export const LOOK_ALIKES: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  entries(OTHERS).map(({ lemma, forms }) => [lemma, new Set(forms)]),
);

function lemmasByForm(): Map<string, string[]> {
  const lemmas = new Map<string, string[]>();
  for (const { lemma, forms } of entries(`${VERBS};${NOUNS}`)) {
    for (const form of forms) lemmas.set(form, [...(lemmas.get(form) ?? []), lemma]);
  }
  return lemmas;
}
