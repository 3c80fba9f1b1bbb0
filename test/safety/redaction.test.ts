import { expect } from 'chai';
import fc from 'fast-check';
import { redact, redactText, sensitiveKind } from '../../src/safety/redaction.js';

/** Samples are put together at run time, so that no scanner mistakes this file for a leak. */
const join = (...parts: string[]) => parts.join('');
const MAIL = join('jane.doe', '@', 'mail.example');

const POSITIVES: [string, string][] = [
  ['email', MAIL],
  ['email', join('jürgen', '@', 'bücher.example')],
  ['email', join('a+b_c', '@', 'x-y.co.example')],
  ['phone', join('+49', ' 30 901820', '-0')],
  ['phone', join('(555)', ' 123-4567')],
  ['phone', join('555', '-123-4567')],
  ['phone', join('+1', ' 555 123 4567')],
  ['card', join('4111', ' 1111 1111', ' 1111')],
  ['card', join('5500', '0000', '0000', '0004')],
  ['card', join('3400', '000000', '00009')],
  ['iban', join('DE89', ' 3704 0044 0532', ' 0130 00')],
  ['iban', join('GB82', 'WEST', '1234', '5698', '7654', '32')],
  ['ssn', join('219', '-09', '-9999')],
  ['ip', join('203.0', '.113.7')],
  ['phone', join('+49', '15112345678')],
  ['phone', join('1-', '555-123', '-4567')],
  ['ip', join('2001:db8', '::8a2e:370:7334')],
  ['secret', join('ghp', '_', 'a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6q7R8')],
  ['email', join("o'brien", '@', 'mail.example')],
  ['email', join('jane.doe', '%40', 'mail.example')],
  ['email', join('jane.doe', '＠', 'mail.example')],
  ['phone', join('+33 1', ' 42 68 53 00')],
  ['phone', join('+61 2', ' 9374 4000')],
  ['phone', join('+81 3-', '1234-5678')],
  ['phone', join('+82 2-', '312-3456')],
  ['phone', join('+353 1', ' 677 9561')],
  ['phone', join('+32 2', ' 555 12 12')],
  ['phone', join('+49 (0)30', ' 901820')],
  ['phone', join('+55 11', ' 91234-5678')],
  ['card', join('4111', '\u00a01111\u00a01111', '\u00a01111')],
  ['iban', join('de89', '3704', '0044', '0532', '0130', '00')],
  ['secret', join('-----BEGIN EC ', 'PRIVATE KEY-----\nMHcCAQEE', 'IIGl\n-----END EC PRIVATE KEY-----')],
  ['secret', join('sk', '_live_', 'a1B2c3D4e5F6g7H8i9J0k1L2')],
  ['secret', join('AI', 'za', 'SyA1b2C3d4E5f6G7h8I9j0K1l2M3n4O5p6q')],
  ['secret', join('glp', 'at-', 'a1B2c3D4e5F6g7H8i9J0')],
  ['secret', join('ey', 'JhbGciOiJIUzI1NiJ9.', 'ey', 'JzdWIiOiIxMjM0NTY3ODkwIn0.', 'dozjgNryP4J3jVmNHl0w')],
  ['secret', join('xoxb', '-1234567890', '12-1234567890123', '-abcdefghijABCDEFGHIJabcd')],
];

const NEGATIVES = [
  '3f2504e0-4f89-41d3-9a0c-0305e82c3301',
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '2024-01-01T00:00:00.000Z',
  '2024-01-01',
  '12:30:45',
  '1704067200000',
  '1.2.3',
  'v1.2.3.4',
  'version 10.0.0.1',
  'release 1.2.3.4',
  'de89370400440532013000aabbccddeeff',
  '100%40x',
  'eyJhbGciOiJIUzI1NiJ9 alone',
  '+100 %',
  '+1,234,567',
  '#aabbcc',
  '19.99',
  '1,234,567.89',
  'Order 4111111111111112',
  'order 1234567890123456',
  'logo@2x.png',
  'package@1.2.3',
  '@handle',
  'a @ b',
  '127.0.0.1',
  '0.0.0.0',
  '::1',
  'std::vector',
  '10.1000/182',
  '978-3-16-148410-0',
  'docs/a.html:12:5',
  '123-45-678',
  '000-12-3456',
  'DE00 0000 0000 0000 0000 00',
  '20,000–30,000',
  '14,751',
  '(2024) 100-2000',
  '5 000 000',
  'color: rgb(10 20 30)',
  '1500 users ÷ 28.0 days',
];

describe('redaction', () => {
  for (const [kind, sample] of POSITIVES) {
    it(`replaces a ${kind} (${sample.slice(0, 3)}…) inside a sentence, and counts it`, async () => {
      const { value, counts } = await redact({ text: `See ${sample} for more.` });
      expect(value.text).to.not.include(sample);
      expect(value.text).to.equal(`See [redacted:${kind}] for more.`);
      expect(counts).to.include({ [kind]: 1 });
      expect(Object.values(counts).reduce((sum, count) => sum + count)).to.equal(1);
      expect(await sensitiveKind(sample)).to.equal(kind);
    });
  }

  for (const sample of NEGATIVES) {
    it(`leaves ${sample} alone`, async () => {
      expect(await redactText(`See ${sample} here`)).to.equal(`See ${sample} here`);
    });
  }

  it('reaches every string of a value, and leaves other values and keys as they are', async () => {
    const { value, counts } = await redact({ a: [{ b: MAIL, n: 5, t: true, z: null }], c: [MAIL, [MAIL]] });
    expect(value).to.deep.equal({
      a: [{ b: '[redacted:email]', n: 5, t: true, z: null }],
      c: ['[redacted:email]', ['[redacted:email]']],
    });
    expect(counts.email).to.equal(3);
  });

  it('exempts the fields that hold ids of our own by name, not strings that look like ids', async () => {
    const digits = join('4111', '1111', '1111', '1111');
    const { value } = await redact({ part: { id: digits, proposal_id: digits, title: digits } });
    expect(value.part).to.deep.equal({ id: digits, proposal_id: digits, title: '[redacted:card]' });
  });

  it('redacts the whole of a secret, wherever the rule says that it starts or ends', async () => {
    const key = join('wJalrXUtnFEMI', '/K7MDENG/', 'bPxRfiCYzzzzzzzKEY');
    const { value } = await redact({ text: `AWS_SECRET_ACCESS_KEY=${key} and more` });
    expect(value.text).to.equal('AWS_SECRET_ACCESS_KEY=[redacted:secret] and more');
  });

  it('does not mix up texts when several hold secrets', async () => {
    const token = POSITIVES.find(([kind]) => kind === 'secret')![1];
    const { value } = await redact({ list: ['first', `a ${token} b`, '', token, 'last'] });
    expect(value.list).to.deep.equal(['first', 'a [redacted:secret] b', '', '[redacted:secret]', 'last']);
  });

  it('keeps a key without an end to its own text', async () => {
    const open = join('-----BEGIN ', 'PRIVATE KEY-----\nMHcCAQEE');
    const { value } = await redact({ list: ['a', `x ${open}`, 'b'] });
    expect(value.list).to.deep.equal(['a', 'x [redacted:secret]', 'b']);
  });

  it('changes nothing the second time', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom(...POSITIVES.map(([, sample]) => sample))),
        ),
        async (parts) => {
          const once = await redactText(parts.join(' '));
          expect(await redactText(once)).to.equal(once);
        },
      ),
      { numRuns: 200 },
    );
  });

  it('finds a datum that other numbers and words stand right beside', async () => {
    const card = join('4111', ' 1111 1111', ' 1111');
    const iban = join('DE89', ' 3704 0044 0532', ' 0130 00');
    const phone = join('555', '-123-4567');
    const address = join('203.0', '.113.7');
    const text = `12 ${card} 34 ${iban} AND MORE ${phone} ${phone} ${address}:8080 ${MAIL}.html`;
    expect(await redactText(text)).to.equal(
      '12 [redacted:card] 34 [redacted:iban] AND MORE [redacted:phone] [redacted:phone] [redacted:ip]:8080 [redacted:email].html',
    );
  });

  it('counts more secrets than a call takes arguments', async function () {
    this.timeout(60_000);
    const { counts } = await redact({ text: 'password=a; '.repeat(200_000) });
    expect(counts.secret).to.equal(200_000);
  });

  it('takes linear time on long runs that almost match', async function () {
    this.timeout(60_000);
    const runs = [
      'a',
      '1',
      '1 ',
      'a.',
      '1.',
      '@',
      'a@',
      '+1',
      ':',
      'f:',
      '-',
      'DE12',
      '(',
      'eyJ',
      '-eyJ',
      'eyJ.',
    ];
    const keys = ['-----BEGIN PRIVATE KEY-----', join('sk', '_live_a1B2c3D4e5F6g7H8,'), join('AI', 'za,')];
    for (const run of [...runs, ...keys]) await redactText(run.repeat(200_000 / run.length));
  });
});
