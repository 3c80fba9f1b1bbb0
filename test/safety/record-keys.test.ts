import { expect } from 'chai';
import { redact } from '../../src/safety/redaction.js';

/** Samples are put together at run time, so that no scanner mistakes this file for a leak. */
const address = (name: string) => [name, 'mail.example'].join('@');

describe('redact, keys of records', () => {
  it('treats keys like values, and lets no redacted key replace another', async () => {
    const { value, counts } = await redact({
      record: { [address('jane')]: 1, [address('joe')]: { [address('ann')]: [2] }, plain_key: 3 },
    });
    expect(value.record).to.deep.equal({
      '[redacted:email]': 1,
      '[redacted:email] (2)': { '[redacted:email]': [2] },
      plain_key: 3,
    });
    expect(counts.email).to.equal(3);
  });

  it('looks at keys of digits and marks, which names of ours never are', async () => {
    const card = ['4111', '1111', '1111', '1111'].join('');
    const { value } = await redact({ record: { [card]: 1, ['203.0.' + '113.7']: 2 } });
    expect(value.record).to.deep.equal({ '[redacted:card]': 1, '[redacted:ip]': 2 });
  });

  it('keeps keys of the language itself as data', async () => {
    const record = JSON.parse('{"__proto__": {"a": 1}, "constructor": 2}') as object;
    const { value } = await redact({ record });
    expect(JSON.stringify(value.record)).to.equal('{"__proto__":{"a":1},"constructor":2}');
  });
});
