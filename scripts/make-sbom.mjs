/**
 * Lists what a published package brings along, as a CycloneDX document: `make-sbom.mjs` writes
 * sbom.cdx.json, `--check` only makes sure that one can be made and is whole. npm makes it from a
 * production install of the lockfile, laid out in npm's way, since npm cannot read pnpm's.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const root = path.join(import.meta.dirname, '..');
const { devDependencies: _, ...published } = JSON.parse(
  readFileSync(path.join(root, 'package.json'), 'utf8'),
);
const temporary = mkdtempSync(path.join(tmpdir(), 'growth-sbom-'));

try {
  const sbom = withoutMoment(makeSbom());
  checkWhole(sbom);
  if (process.argv.includes('--check')) console.log(`${sbom.components.length} components`);
  else writeFileSync(path.join(root, 'sbom.cdx.json'), `${JSON.stringify(sbom, null, 2)}\n`);
} finally {
  rmSync(temporary, { recursive: true, force: true });
}

function makeSbom() {
  // npm takes the folder's name for the package's.
  const folder = path.join(temporary, published.name);
  mkdirSync(folder);
  for (const file of ['package.json', 'pnpm-lock.yaml', 'pnpm-workspace.yaml'])
    cpSync(path.join(root, file), path.join(folder, file));
  const install = ['install', '--prod', '--frozen-lockfile', '--ignore-scripts', '--prefer-offline'];
  const pnpm = ['exec', '--yes', `--package=${published.packageManager}`, '--', 'pnpm'];
  npm(folder, [...pnpm, ...install, '--config.node-linker=hoisted']);
  // What is not installed is no part of the package, though npm would miss it.
  writeFileSync(path.join(folder, 'package.json'), JSON.stringify(published));
  return JSON.parse(npm(folder, ['sbom', '--sbom-format=cyclonedx', '--sbom-type=application']));
}

function npm(cwd, args) {
  const { status, stdout, stderr } = spawnSync('npm', args, {
    cwd,
    encoding: 'utf8',
    maxBuffer: 64 << 20,
    shell: process.platform === 'win32',
  });
  if (status !== 0) throw new Error(`npm ${args.join(' ')} failed:\n${stdout}\n${stderr}`);
  return stdout;
}

/** The same lockfile gives the same document; addresses of the machine's package source are none of it. */
function withoutMoment({ serialNumber: _number, metadata: { timestamp: _time, ...metadata }, ...sbom }) {
  const components = sbom.components.map(({ externalReferences, ...component }) => ({
    ...component,
    externalReferences: externalReferences.filter(({ type }) => type !== 'distribution'),
  }));
  return { ...sbom, metadata, components };
}

function checkWhole({ components }) {
  const listed = new Set(components.map(({ name, version }) => `${name}@${version}`));
  const missing = Object.entries(published.dependencies)
    .map(([name, version]) => `${name}@${version}`)
    .filter((dependency) => !listed.has(dependency));
  if (missing.length > 0) throw new Error(`the list of components lacks ${missing.join(', ')}`);
  const unlicensed = components.filter(({ licenses }) => licenses === undefined).map(({ name }) => name);
  if (unlicensed.length > 0) throw new Error(`components without a licence: ${unlicensed.join(', ')}`);
}
