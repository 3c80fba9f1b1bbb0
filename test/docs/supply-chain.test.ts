import { existsSync, lstatSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'chai';

const ROOT = path.join(import.meta.dirname, '..', '..');
const STORE = path.join(ROOT, 'node_modules', '.pnpm');
const read = (file: string) => readFileSync(path.join(ROOT, file), 'utf8');

interface Manifest {
  readonly name: string;
  readonly scripts?: Readonly<Record<string, string>>;
}

/** The manifests of all installed packages, the dependencies' dependencies included. */
function manifests(): { manifest: Manifest; folder: string }[] {
  const all = readdirSync(STORE)
    .map((entry) => path.join(STORE, entry, 'node_modules'))
    .filter((folder) => existsSync(folder))
    .flatMap((folder) =>
      readdirSync(folder).flatMap((name) =>
        name.startsWith('@')
          ? readdirSync(path.join(folder, name)).map((scoped) => path.join(folder, name, scoped))
          : [path.join(folder, name)],
      ),
    );
  return all
    .filter((folder) => !lstatSync(folder).isSymbolicLink() && existsSync(path.join(folder, 'package.json')))
    .map((folder) => ({
      folder,
      manifest: JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as Manifest,
    }));
}

describe('supply chain', () => {
  it('runs no code of a dependency when it is installed, but for the one that is named and refused', () => {
    const all = manifests();
    expect(all.length).to.be.greaterThan(400);
    const scripted = all.filter(
      ({ manifest: { scripts = {} }, folder }) =>
        ['preinstall', 'install', 'postinstall'].some((script) => script in scripts) ||
        existsSync(path.join(folder, 'binding.gyp')),
    );
    expect([...new Set(scripted.map(({ manifest }) => manifest.name))]).to.deep.equal(['esbuild']);
    expect(read('pnpm-workspace.yaml')).to.match(/ignoredBuiltDependencies:\n {2}- esbuild\n/);
    expect(
      Object.keys((JSON.parse(read('package.json')) as { dependencies: object }).dependencies),
    ).to.not.include('esbuild');
  });

  it('pins every dependency by version and content, and names no place to download it from', () => {
    const lockfile = read('pnpm-lock.yaml');
    const resolutions = [...lockfile.matchAll(/^ {4}resolution: (.*)$/gm)].map(([, text]) => text);
    expect(resolutions.length).to.be.greaterThan(400);
    for (const text of resolutions) expect(text).to.match(/^\{integrity: sha512-[\w+/=]+\}$/);
    const { dependencies } = JSON.parse(read('package.json')) as { dependencies: Record<string, string> };
    for (const [name, version] of Object.entries(dependencies))
      expect(version, name).to.match(/^\d+\.\d+\.\d+(?:-[\w.]+)?$/);
  });

  it('says in the docs why each dependency is there', () => {
    const page = read('docs/dependencies.md');
    const { dependencies } = JSON.parse(read('package.json')) as { dependencies: Record<string, string> };
    const unexplained = Object.keys(dependencies).filter((name) => !page.includes(`\`${name}\``));
    expect(unexplained).to.deep.equal([]);
  });
});
