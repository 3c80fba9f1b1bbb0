import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { spawnSync } from 'node:child_process';
import { expect } from 'chai';
import { ROOT, temporaryFolder } from '../support/growth.js';

const PAGES = [
  'README.md',
  'CONTRIBUTING.md',
  'SECURITY.md',
  'CHANGELOG.md',
  ...readdirSync(path.join(ROOT, 'docs')).map((page) => `docs/${page}`),
];
const read = (page: string) => readFileSync(path.join(ROOT, page), 'utf8');

describe('documentation', () => {
  for (const page of PAGES) {
    it(`${page} links only to files and headings that exist`, () => {
      const links = [...read(page).matchAll(/\]\((?!https?:)([^)#]*)(?:#([^)]*))?\)/g)];
      for (const [, file = '', anchor] of links) {
        const target = path.join(path.dirname(page), file === '' ? path.basename(page) : file);
        expect(existsSync(path.join(ROOT, target)), `${page} → ${target}`).to.equal(true);
        if (anchor === undefined) continue;
        const headings = [...read(target).matchAll(/^#+ (.*)$/gm)].map(([, title = '']) =>
          title
            .toLowerCase()
            .replaceAll(/[^\w -]/g, '')
            .replaceAll(' ', '-'),
        );
        expect(headings, `${page} → ${target}#${anchor}`).to.include(anchor);
      }
    });
  }

  const examples = [...read('README.md').matchAll(/```console\n\$ (.*)\n([\s\S]*?)```/g)].map(
    ([, command = '', output = '']) => ({ command, output }),
  );

  it('README shows at least four commands with their output', () => {
    expect(examples.length).to.be.at.least(4);
  });

  for (const { command, output } of examples) {
    it(`README shows what "${command.slice(0, 60)}" really prints`, () => {
      const growth = `"${process.execPath}" "${path.join(ROOT, 'bin', 'run.js')}"`;
      const inPlace = command
        .replaceAll(/(^|\| )growth /g, `$1${growth} `)
        .replace('--out growth-output', `--out "${path.join(temporaryFolder(), 'growth-output')}"`);
      const { stdout } = spawnSync('sh', ['-c', `{ ${inPlace} ; } 2>&1`], {
        cwd: ROOT,
        encoding: 'utf8',
        env: { ...process.env, FORCE_COLOR: undefined, NO_COLOR: '1' },
      });
      expect(stdout.replaceAll(/Files in .*growth-output:/g, 'Files in growth-output:')).to.equal(output);
    });
  }
});
