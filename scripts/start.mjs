/** `npm start`: sets up, builds, and runs the main job on the sample inputs. */
import { build } from './build.mjs';
import { run, setUp } from './setup.mjs';

const OUT = 'growth-output';

setUp();
console.log('Building …');
build();
const args = [
  '--inputs',
  'fixtures/jobforge/inputs.json',
  '--tenant',
  'acme',
  '--project',
  'lanternfish',
  '--trace',
  'demo',
  '--out',
  OUT,
];
console.log(`\n$ growth analyze ${args.join(' ')}\n`);
run(process.execPath, ['bin/run.js', 'analyze', ...args]);
console.log(`\nThe report lies in ${OUT}/report.md.`);
