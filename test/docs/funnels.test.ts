import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'chai';
import { defineFunnel } from '../../src/funnel/definition.js';
import { countFunnelDirectly } from '../../src/funnel/direct-engine.js';
import { FUNNEL_MODES } from '../../src/inputs/schema.js';
import { ROOT } from '../support/growth.js';

describe('docs/funnels.md', () => {
  const page = readFileSync(path.join(ROOT, 'docs', 'funnels.md'), 'utf8');
  const rows = [...page.matchAll(/^\| (\w+) +\| (\w+) +\| (.+?) +\| (.+@\S+) +\| ([\d, ]+?) +\|$/gm)];

  it('has an example of every mode', () => {
    expect(new Set(rows.map(([, mode]) => mode))).to.deep.equal(new Set(FUNNEL_MODES));
  });

  for (const [line, mode = '', window = '', steps = '', events = '', users = ''] of rows) {
    it(`counts ${line}`, () => {
      const definition = defineFunnel({
        events_path: 'x',
        funnel_name: 'f',
        window,
        mode: FUNNEL_MODES.find((known) => known === mode) ?? 'ordered',
        steps: steps.split(', '),
      });
      const text = events.split(', ').map((event) => {
        const [name, seconds] = event.split('@');
        return JSON.stringify({ user_id: 'u', event: name, ts: Number(seconds) });
      });
      const { summary } = countFunnelDirectly([text.join('\n')], definition);
      expect(summary.steps.map((step) => step.users).join(', ')).to.equal(users);
    });
  }
});
