import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { scanNextjs } from '../../../src/seo/nextjs/scan-nextjs.js';
import { ROOT } from '../../support/growth.js';
import { mutants } from '../mutation.js';
import { defineTarget } from '../target.js';

const folder = path.join(ROOT, 'fixtures', 'nextjs');
const PROJECTS = ['app-router', 'pages-router', 'mixed'].map((name) => readProject(path.join(folder, name)));

/** A whole project of which one source is another. */
export const nextjs = defineTarget({
  name: 'nextjs',
  isSlow: true,
  inputs: fc.constantFrom(...PROJECTS).chain((project) => {
    const sources = [...project].filter(([file]) => /\.[cm]?[jt]sx?$/.test(file));
    return fc.record({
      project: fc.constant(project),
      file: fc.constantFrom(...sources.map(([file]) => file)),
      bytes: mutants(sources.map(([, bytes]) => bytes)),
    });
  }),
  bytesOf: ({ bytes }) => bytes.length,
  read: ({ project, file, bytes }) => {
    const files = new Map([...project, [file, bytes]]);
    return scanNextjs({
      sources: {
        files: new Set(files.keys()),
        read: (name) => Promise.resolve(files.get(name)?.toString('utf8')),
      },
    });
  },
  // The parser's own limit for a source is ten seconds: see src/seo/nextjs/parse-source.ts.
  bound: { base: 12_000, perKiB: 100 },
  shortRuns: 10,
});

function readProject(root: string): ReadonlyMap<string, Buffer> {
  const files = readdirSync(root, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(
    files.map((entry) => {
      const file = path.join(entry.parentPath, entry.name);
      return [path.relative(root, file).replaceAll(path.sep, '/'), readFileSync(file)];
    }),
  );
}
