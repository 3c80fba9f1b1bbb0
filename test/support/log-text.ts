import { expect } from 'chai';

/** All that directs terminals or reorders text, but for tab and newline. */
export const CONTROLS =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/u;

/** What is printed off a terminal commands neither a terminal nor a runner of workflows, whatever was read. */
export function assertLogText(text: string, name: string): void {
  expect(CONTROLS.exec(text)?.index, `${name} has no control characters: ${text}`).to.equal(undefined);
  for (const line of text.split('\n')) {
    expect(line.trimStart().startsWith('::'), `${name} has no workflow command: ${line}`).to.equal(false);
    expect(/##(?:vso)?\[/i.test(line), `${name} has no command of a pipeline: ${line}`).to.equal(false);
  }
}
