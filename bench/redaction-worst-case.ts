/**
 * Every pattern of redaction, and redaction as a whole, over texts made to hold it up: doubling their size may at
 * most double the time, plus 20 %.
 *
 *   pnpm bench:redaction-worst-case     (`MEGABYTES=1`, doubled once)
 */
import { BEFORE } from '../src/safety/detector.js';
import { NAMED_SECRETS } from '../src/safety/named-secrets.js';
import { PERSONAL_DATA } from '../src/safety/personal-data.js';
import { redactText } from '../src/safety/redaction.js';
import { VENDOR_TOKENS } from '../src/safety/vendor-tokens.js';

const characters = Number(process.env['MEGABYTES'] ?? 1) * 1e6;
const MAX_RATIO = 2.4;
/** Under this, ms for the doubled text, the collector of garbage decides; growth by the square takes minutes. */
const NOISE = 150;
const TRIES = 8;

const key = ['sk', '_live_a1B2c3D4e5F6g7H8,'].join('');
const id = ['AK', 'IAIOSFODNN7EXAMPLX '].join('');
/** Each repeated: what a pattern begins with, goes on with, or nearly ends with. */
const RUNS = [
  ...['a', '1', '1 ', '1-', 'a.', '1.', '1%20', ' ', '-', '_', '(', '=', ';', '&', '"', '$', 'é'],
  ...[
    '@',
    'a@',
    'a@b.',
    '%40',
    'a%40',
    'a@b.c@',
    '+1',
    '+1 ',
    '%2B1',
    '00 1',
    '(212) ',
    '212-555-',
    '555 123 ',
  ],
  ...['Tel', 'Tel: ', 'Tel: 0', 'phone: (0', 'ext ', 'SSN ', '219-09-', 'SSN: 1 '],
  ...[
    'Call 0',
    'itemprop="telephone" ',
    'itemprop=telephone>0',
    'wa.me/1',
    '[redacted:phone], 0',
    'Tel: 0 / ',
  ],
  ...['a(at)', 'a [at] b', 'a(at)b.', 'a(at)b(dot)', '"a', '"a"@', 'a&#64;', 'a&#0000', 'a&commat;b.'],
  ...['DE12', 'DE12 ', 'DE89 3704 ', 'GB29NWBK', '4111 ', '4111 1111 1111 1111 ', '4111-', '12345678-1234-'],
  ...[':', 'f:', '::', 'f::', '%3A', '1.1.1.1', '1.1.1.1.', '203.0.113.7 '],
  ...['://', '://a', '://a:', '://a@', '://a:b@', '//a:', 'a://b:c/d', '-u a:', '--user '],
  ...['?key=', '?a=b&', '&key=a', '?token=a1B', ';sid=a', 'key=a;', '%3Dpassword%3D', '?a[password]='],
  ...[
    'password=',
    'password="',
    "password='",
    'password: ',
    `password: "a${'.'.repeat(40)}1" `,
    `password=${'.'.repeat(999)}a `,
    'password=a;',
    'password=a,b;',
    'pass',
    'token',
  ],
  ...[
    'token="a',
    'token:',
    'api_key=a1B2c3,',
    'authorization: ',
    'authorization: bearer ',
    'Bearer ',
    'Bearer a',
  ],
  ...[
    'Authorization: a ',
    'password is ',
    'login a password ',
    'A_KEY=',
    'A_',
    "define('",
    "define('PASSWORD', '",
    'seed phrase: ',
    'seed phrase: abc ',
    '?a=a1B2c3D4',
  ],
  ...[
    '<input ',
    '<input type=password ',
    '<input name=token value="',
    '<meta content="',
    ' type=password',
    ' name=token',
    ' value="a"',
    "<input type=password value='",
  ],
  ...[
    'eyJ',
    '-eyJ',
    'eyJ.',
    'eyJaaaaaaaa.',
    'eyJaaaaaaaa.eyJ',
    'SG.',
    'SG.aaaaaaaaaaaaaaaaaaaa.',
    'sk-',
    'sk.eyJ',
  ],
  ...['AKIA', 'ghp_', 'glpat-', 'xoxb-', 'xoxb-a-', 'hf_', 'Maaaaaaaaaaaaaaaaaaaaaaaa.', 'dp.st.', 'key-'],
  ...[
    '-----BEGIN PRIVATE KEY-----',
    '-----BEGIN PRIVATE KEY-----\n',
    '-----END ',
    '[redacted:',
    '[redacted:email]',
  ],
  ...[key, id, `_auth${'Token'}=`, 'mongodb://a:b', 'https://a:x-oauth-basic', `account: 1234-5678-9012 `],
];

const scans: Readonly<Record<string, (text: string) => unknown>> = {
  ...Object.fromEntries(
    NAMED_SECRETS.map(({ pattern }, index) => [`named secret ${index + 1}`, (text) => scan(text, pattern)]),
  ),
  'vendor tokens': (text) => scan(text, VENDOR_TOKENS),
  ...Object.fromEntries(
    PERSONAL_DATA.map(({ kind, pattern, locate }, index) => [
      `${kind} ${index + 1}`,
      (text) => scan(text, pattern, locate),
    ]),
  ),
  'redaction as a whole': redactText,
};

console.log(`node ${process.version}, ${RUNS.length} runs of ${characters} characters, doubled`);
for (const [name, task] of Object.entries(scans)) {
  let [slowest, slowestRun, ratio, ratioRun] = [0, '', 0, ''];
  for (const run of RUNS) {
    const { single, double } = await measure(task, run);
    if (double > slowest) [slowest, slowestRun] = [double, run];
    if (double > NOISE && double / single > ratio) [ratio, ratioRun] = [double / single, run];
  }
  const verdict = ratio > MAX_RATIO ? 'TOO MUCH' : 'ok';
  if (ratio > MAX_RATIO) process.exitCode = 1;
  console.log(
    `${verdict.padEnd(9)}${name.padEnd(22)}slowest ${slowest.toFixed(0).padStart(6)} ms (${JSON.stringify(slowestRun)}), ` +
      (ratio === 0
        ? 'all too short for a ratio'
        : `largest ratio ${ratio.toFixed(2)} (${JSON.stringify(ratioRun)})`),
  );
}

function scan(text: string, pattern: RegExp, locate?: (candidate: string, before: string) => unknown): void {
  for (const { 0: match, index } of text.matchAll(pattern)) {
    locate?.(match, text.slice(Math.max(0, index - BEFORE), index));
  }
}

/** The least of some tries, CPU, ms; more tries only where the first looks bad, since others use the machine too. */
async function measure(
  task: (text: string) => unknown,
  run: string,
): Promise<{ single: number; double: number }> {
  const [text, twice] = [repeated(run, characters), repeated(run, 2 * characters)];
  // Patterns are compiled when they have been used for a while.
  await task(text.slice(0, 10_000));
  let [single, double] = [Infinity, Infinity];
  for (let tried = 0; tried < TRIES; tried++) {
    single = Math.min(single, await cpu(task, text));
    double = Math.min(double, await cpu(task, twice));
    if (double <= NOISE || double / single <= MAX_RATIO) break;
  }
  return { single, double };
}

/** In one piece: `repeat` alone makes a tree of pieces, which the first to read it has to join. */
function repeated(run: string, length: number): string {
  return Buffer.from(run.repeat(Math.ceil(length / run.length))).toString();
}

async function cpu(task: (text: string) => unknown, text: string): Promise<number> {
  const before = process.cpuUsage();
  await task(text);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
