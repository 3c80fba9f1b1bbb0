import { type Evidence, type Finding, contentId } from '../../contracts/index.js';
import type { ActionableFinding } from '../../findings.js';
import { contentDraft } from '../../runners/content-draft.js';
import { jobTypeOf } from '../../runners/runner.js';
import type { Profile } from '../profiles/profile.js';
import type { LeftOut } from '../sieve.js';

type Kind = LeftOut['reason'];

/** How grave it is, and what the person who keeps the profile is told. */
const LEFT_OUT: Readonly<
  Record<Kind, { severity: Finding['severity']; title: string; why: string; remedy: string }>
> = {
  prohibited: {
    severity: 'critical',
    title: 'says what must never be said',
    why: 'Drafts leave these texts out; whoever drafts from the profile elsewhere would say them.',
    remedy: 'Rewrite these texts without the prohibited phrases.',
  },
  sensitive: {
    severity: 'warning',
    title: 'holds secrets or personal data',
    why: 'They were removed before anything was made, and drafts leave the texts out.',
    remedy: 'Take the data out of the profile.',
  },
  placeholder: {
    severity: 'warning',
    title: 'holds placeholders',
    why: 'A reader must never see them, so drafts leave these texts out.',
    remedy: 'Replace the placeholders by what they stand for.',
  },
  unfinished: {
    severity: 'info',
    title: 'holds sentences without an end',
    why: 'Drafts leave them out.',
    remedy: 'Finish these sentences.',
  },
  voice: {
    severity: 'info',
    title: 'speaks in a voice that drafts cannot take over',
    why: "Drafts leave these texts out: a customer speaks in them, or a trouble is named without a statement, and readers would take it for the brand's words.",
    remedy:
      'Write troubles as statements about the reader ("You pay too much for electricity"), goals as commands ("Spend less on heating").',
  },
  avoided: {
    severity: 'info',
    title: 'uses words that the brand avoids',
    why: 'Drafts leave these texts out.',
    remedy: 'Say it in other words, or take the word off the list.',
  },
};

/** Texts of the profile that no draft may say. */
export function leftOutFindings(profile: Profile, leftOut: readonly LeftOut[]): ActionableFinding[] {
  return (Object.keys(LEFT_OUT) as Kind[]).flatMap((kind) => {
    const texts = leftOut.filter(({ reason }) => reason === kind);
    if (texts.length === 0) return [];
    const { severity, title, why, remedy } = LEFT_OUT[kind];
    const by = kind === 'prohibited' ? ` ${prohibitedBy(profile, texts)}` : '';
    const fields = texts.map(({ field, because }) => ({ field, because }));
    return [
      {
        finding: {
          id: contentId('finding', { kind, profile: profile.name, fields }),
          title: `The profile ${profile.name} ${title}`,
          description: `${texts.length === 1 ? 'One text is' : `${texts.length} texts are`} concerned.${by} ${why}`,
          severity,
          evidence: fields.slice(0, MAX_EVIDENCE).map(({ field, because }): Evidence => ({
            type: 'json_path',
            path: field,
            description: profile.chain[0] ?? profile.name,
            value: because,
          })),
          related_job_types: [jobTypeOf(contentDraft)],
        },
        action: remedy,
      },
    ];
  });
}

/** A finding shows the first ones, and counts them all. */
const MAX_EVIDENCE = 10;

function prohibitedBy({ prohibited }: Profile, texts: readonly LeftOut[]): string {
  const phrases = new Set(texts.map(({ because }) => because));
  return prohibited
    .filter(({ phrase }) => phrases.has(phrase))
    .map(({ phrase, profile }) => `The profile ${profile} prohibits "${phrase}".`)
    .join(' ');
}
