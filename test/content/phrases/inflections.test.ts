import { expect } from 'chai';
import { lemmas } from '../../../src/content/phrases/inflections.js';

const table = (text: string) => text.split(';').map((row) => row.trim().split(/\s+/));
const areForms = (a: string, b: string) => lemmas(a).some((lemma) => lemmas(b).includes(lemma));

/** Drawn at random from what the affix rules of Hunspell's en_US and WordNet's morphology both say of common words. */
const REGULAR = table(`
abbreviate abbreviates abbreviated abbreviating; abduct abducts abducted abducting;
allure allures allured alluring; amount amounts amounted amounting; appear appears appeared appearing;
ballast ballasts ballasted ballasting; barrage barrages barraged barraging; bead beads beaded beading;
beetle beetles beetled beetling; bemuse bemuses bemused bemusing; bray brays brayed braying;
bump bumps bumped bumping; chain chains chained chaining; chastise chastises chastised chastising;
collate collates collated collating; congratulate congratulates congratulated congratulating;
connect connects connected connecting; contribute contributes contributed contributing;
convict convicts convicted convicting; cool cools cooled cooling; croon croons crooned crooning;
cuff cuffs cuffed cuffing; cycle cycles cycled cycling; deny denies denied denying;
destroy destroys destroyed destroying; devolve devolves devolved devolving;
domicile domiciles domiciled domiciling; dread dreads dreaded dreading; duel duels dueled dueling;
educate educates educated educating; eliminate eliminates eliminated eliminating;
elude eludes eluded eluding; enshrine enshrines enshrined enshrining;
exterminate exterminates exterminated exterminating; figure figures figured figuring;
flounce flounces flounced flouncing; flux fluxes fluxed fluxing; frost frosts frosted frosting;
garnish garnishes garnished garnishing; gate gates gated gating; grimace grimaces grimaced grimacing;
guillotine guillotines guillotined guillotining; hose hoses hosed hosing;
humble humbles humbled humbling; husband husbands husbanded husbanding;
immunize immunizes immunized immunizing; instigate instigates instigated instigating;
italicize italicizes italicized italicizing; itemize itemizes itemized itemizing;
juxtapose juxtaposes juxtaposed juxtaposing; kiss kisses kissed kissing; lick licks licked licking;
load loads loaded loading; manhandle manhandles manhandled manhandling; milk milks milked milking;
mortify mortifies mortified mortifying; mothball mothballs mothballed mothballing;
mourn mourns mourned mourning; need needs needed needing; nitrate nitrates nitrated nitrating;
nurse nurses nursed nursing; obscure obscures obscured obscuring; ooze oozes oozed oozing;
originate originates originated originating; overturn overturns overturned overturning;
overuse overuses overused overusing; overwork overworks overworked overworking;
peak peaks peaked peaking; pockmark pockmarks pockmarked pockmarking;
preempt preempts preempted preempting; primp primps primped primping;
prophesy prophesies prophesied prophesying; receive receives received receiving;
recompense recompenses recompensed recompensing; respond responds responded responding;
retrieve retrieves retrieved retrieving; satirize satirizes satirized satirizing;
scheme schemes schemed scheming; scramble scrambles scrambled scrambling;
scribble scribbles scribbled scribbling; scuff scuffs scuffed scuffing;
skirmish skirmishes skirmished skirmishing; smear smears smeared smearing;
socialize socializes socialized socializing; splice splices spliced splicing;
spout spouts spouted spouting; squire squires squired squiring;
stipulate stipulates stipulated stipulating; stress stresses stressed stressing;
stupefy stupefies stupefied stupefying; subject subjects subjected subjecting;
taint taints tainted tainting; thump thumps thumped thumping; topple topples toppled toppling;
transplant transplants transplanted transplanting; tweak tweaks tweaked tweaking;
warrant warrants warranted warranting; wobble wobbles wobbled wobbling; yearn yearns yearned yearning`);

const SPELT_SPECIALLY = table(`
cure cures cured curing; plan plans planned planning; refer refers referred referring; visit visits visited visiting;
agree agrees agreed agreeing; free frees freed freeing; tie ties tied tying; lie lies lied lying; dye dyes dyed dyeing;
age ages aged ageing aging; queue queues queued queueing queuing; panic panics panicked panicking;
cancel cancels canceled canceling cancelled cancelling; fuel fuels fueled fuelling fuelled fueling;
dial dials dialed dialing dialled dialling; focus focuses focused focusing focussed focussing;
benefit benefits benefited benefiting benefitted benefitting; equip equips equipped equipping;
quit quits quitted quitting; quiz quizzes quizzed quizzing; fix fixes fixed fixing; echo echoes echoed echoing;
veto vetoes vetoed vetoing; ski skis skied skiing; cry cries cried crying; stay stays stayed staying;
process processes processed processing; discuss discusses discussed discussing; add adds added adding;
heal heals healed healing; sync syncs synced syncing; use uses used using; canoe canoes canoed canoeing;
guarantee guarantees guaranteed guaranteeing; diagnose diagnoses diagnosed diagnosing`);

const IRREGULAR = table(`
be am is are was were been being; have has had having; do does did done doing; go goes went gone going;
win wins won winning; lose loses lost losing; make makes made making; get gets got gotten getting;
see sees saw seen seeing; feed feeds fed feeding; learn learns learned learnt learning; pay pays paid paying;
prove proves proved proven proving; show shows showed shown showing; fit fits fitted fitting; eye eyes eyed eying;
woman women; child children; person people; foot feet; tooth teeth; knife knives; life lives; spokesman spokesmen;
diagnosis diagnoses; crisis crises; bacterium bacteria; index indices indexes; formula formulae formulas;
stimulus stimuli; potato potatoes; hero heroes; photo photos; stomach stomachs; bus buses busses; gas gases gasses;
lens lenses; virus viruses; therapy therapies; baby babies; ad ads; monkey monkeys; soliloquy soliloquies`);

/** Pairs that the same affix rules take for forms of one word when they do not mind its sounds, and others alike. */
const OTHER_WORDS = table(`
bid biding; can caning; cap caped; car caring; con coning; cop coped; cub cubed; din dining; dot doting; fad fading;
fat fated; fir firing; gap gaping; grim griming; grip griped; hat hating; hop hoping; kit kited; mat mating; mop moping;
pan paned; par paring; plan planing; rag raging; rap raping; rat rating; rim rimes rimed; scar scaring; scrap scraped;
sham shaming; shin shining; sit siting; slat slated; slop sloping; snip sniping; spit spited; stag staging;
star staring; strip striped; tap taping; tar tared; top toped; tot toting; tub tubing; wad wading; wag waging;
war waring; win wining; writ writing; bed be; feed fee; seed see; need knee; shed she; ring re; thing the; used us;
being bee; axed ad; news new; goods good; evening even; morning morn; inning in; inning inn; wedding wed; rang ranged;
sing singed; fling fled; bring bred; fuse fussed; discus discussed; plea pleased; pleas pleased; tens tensed;
lap lapse; lass lash; princess prince; process proces; species spec; series sere; his hi; was wa;
does doe; has ha; past paste; past pasted; cast caste; moral morale; breath breathing; cloth clothing;
united unit; severed severe; income incoming; wicked wick; rugged rug; secure cure; procured cured; others another;
miracle miraculous; pain painless; heal health; cure curable; safe safer; sure surely; result resultant; die dice`);

describe('lemmas', () => {
  const all = { REGULAR, SPELT_SPECIALLY, IRREGULAR };
  for (const [name, rows] of Object.entries(all)) {
    it(`takes every form for a form of its lemma: ${name}`, () => {
      const missed = rows.flatMap(([lemma = '', ...forms]) =>
        forms.filter((form) => !areForms(lemma, form)).map((form) => `${lemma}/${form}`),
      );
      expect(missed).to.deep.equal([]);
    });
  }

  it('takes no form for a form of another row', () => {
    const words = REGULAR.flatMap((row, index) => row.map((word) => ({ word, index })));
    const mixed = words.flatMap((a) =>
      words.filter((b) => a.index < b.index && areForms(a.word, b.word)).map((b) => `${a.word}/${b.word}`),
    );
    expect(mixed).to.deep.equal([]);
  });

  it('takes no word for a form of one that it only looks like', () => {
    const mixed = OTHER_WORDS.filter(([a = '', b = '']) => areForms(a, b)).map((row) => row.join('/'));
    expect(mixed).to.deep.equal([]);
  });
});
