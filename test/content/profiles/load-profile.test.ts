import { spawnSync } from 'node:child_process';
import { symlinkSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'chai';
import { loadProfile } from '../../../src/content/profiles/load-profile.js';
import { folderWith } from '../../support/growth.js';
import { rejection } from '../../support/rejection.js';

const POINTER = '/content_draft/profile';

const rootWith = (files: Record<string, string | Uint8Array>) =>
  folderWith(Object.fromEntries(Object.entries(files).map(([file, text]) => [`profiles/${file}`, text])));

const load = (files: Record<string, string | Uint8Array>, wanted = 'child') =>
  loadProfile(wanted, POINTER, { root: rootWith(files), folder: 'profiles' });

describe('loadProfile', () => {
  it('merges parents: the child wins single values, lists are united, prohibitions only grow', async () => {
    const profile = await load({
      'child.yaml':
        'name: Child\nextends: parent\ncta: Buy\nkeywords: {primary: [b], prohibited: [x]}\nprohibited_claims: [one]\n',
      'parent.yml':
        'name: Parent\nextends: base\ncta: Read\nurl: https://example.com/\nkeywords: {primary: [a, b]}\nprohibited_claims: [two]\nrequired_disclaimers: [Careful]\n',
    });
    expect(profile).to.deep.include({
      name: 'Child',
      cta: 'Buy',
      url: 'https://example.com/',
      disclaimers: ['Careful'],
    });
    expect(profile.keywords.primary).to.deep.equal(['a', 'b']);
    expect(profile.prohibited).to.deep.include.members([
      { phrase: 'guaranteed results', profile: 'base' },
      { phrase: 'two', profile: 'profiles/parent.yml' },
      { phrase: 'one', profile: 'profiles/child.yaml' },
      { phrase: 'x', profile: 'profiles/child.yaml' },
    ]);
    expect(profile.chain).to.deep.equal(['profiles/child.yaml', 'profiles/parent.yml', 'base']);
  });

  it('takes a plain list of vocabulary as words to prefer', async () => {
    const profile = await load({ 'child.yaml': 'name: C\nvoice: {vocabulary: [a, b]}\n' });
    expect(profile.vocabulary).to.deep.equal({ prefer: ['a', 'b'], avoid: [] });
  });

  it('takes a path to a file inside the root, but none outside', async () => {
    expect((await load({ 'other/x.yaml': 'name: X\n' }, 'profiles/other/x.yaml')).name).to.equal('X');
    await rejection(load({}, '../x.yaml'), 'path_outside_root');
  });

  it('lists the profiles there are, nearest first, when one is missing', async () => {
    const error = await rejection(
      load({ 'acme.yaml': 'name: A\n', 'zebra.yaml': 'name: Z\n' }, 'acmee'),
      'profile_missing',
    );
    expect(error.message).to.include('there are acme, base, zebra');
    const parent = await rejection(load({ 'child.yaml': 'name: C\nextends: gone\n' }), 'profile_missing');
    expect(parent.message).to.include('profiles/child.yaml:2: extends: no profile "gone"');
    expect(parent.message).to.include('the chain is profiles/child.yaml → gone');
  });

  it('lists ten names and how many more there are', async () => {
    const many = Object.fromEntries(Array.from({ length: 30 }, (_, index) => [`p${index}.yaml`, '']));
    const { message } = await rejection(load(many, 'p7x'), 'profile_missing');
    expect(message).to.include('there are p7, ');
    expect(message).to.include(', 21 more');
    expect(message.split(', ')).to.have.lengthOf(11);
  });

  it('tells names apart by case, and suggests the other one', async () => {
    const { message } = await rejection(load({ 'acme.yaml': 'name: A\n' }, 'Acme'), 'profile_missing');
    expect(message).to.include('there are acme, base');
  });

  for (const name of ['../child', 'sub/x', '/etc/x', 'a\\b', '../profiles/b.yaml']) {
    it(`extends no path such as ${JSON.stringify(name)}`, async () => {
      const files = {
        'child.yaml': `name: C\nextends: '${name}'\n`,
        'b.yaml': 'name: B\n',
        'sub/x.yaml': 'name: X\n',
      };
      const { message } = await rejection(load(files), 'profile_missing');
      expect(message).to.include('profiles/child.yaml:2: extends: no profile');
      expect(message).to.include(`the chain is profiles/child.yaml → ${name}`);
      expect(message).to.include('extends takes a name in that folder, not a path');
    });
  }

  it('says how a path to a profile ends', async () => {
    const { message } = await rejection(load({ 'sub/x.yaml': 'name: X\n' }, 'sub/x'), 'profile_missing');
    expect(message).to.include('a path to a profile ends in .yaml or .yml');
  });

  it('follows a link that stays inside the root, and none out of it', async () => {
    const root = folderWith({
      'profiles/child.yaml': 'name: C\nextends: out\n',
      'profiles/b.yaml': 'name: B\nextends: in\n',
      'shared/x.yaml': 'name: X\ncta: Buy\n',
    });
    const elsewhere = folderWith({ 'x.yaml': 'name: X\n' });
    symlinkSync(path.join(elsewhere, 'x.yaml'), path.join(root, 'profiles', 'out.yaml'));
    symlinkSync('../shared/x.yaml', path.join(root, 'profiles', 'in.yaml'));
    const folder = { root, folder: 'profiles' };
    expect((await loadProfile('b', POINTER, folder)).cta).to.equal('Buy');
    const { message } = await rejection(loadProfile('child', POINTER, folder), 'path_outside_root');
    expect(message).to.include('profiles/child.yaml:2: extends: "profiles/out.yaml" is a link');
    expect(message).to.not.include(elsewhere);
  });

  it('reads no folder and no pipe that is called like a profile', async () => {
    const root = rootWith({ 'folder.yaml/x': 'x' });
    spawnSync('mkfifo', [path.join(root, 'profiles', 'pipe.yaml')]);
    for (const name of ['folder', 'pipe', 'profiles/pipe.yaml']) {
      const { message } = await rejection(
        loadProfile(name, POINTER, { root, folder: 'profiles' }),
        'path_wrong_kind',
      );
      expect(message).to.match(/^\/content_draft\/profile: "profiles\/\w+\.yaml" is not a regular file/);
    }
  });

  it('takes neither of two files of one name, and no file of the name of the built-in', async () => {
    const two = { 'child.yaml': 'name: A\n', 'child.yml': 'name: B\n' };
    expect((await rejection(load(two), 'profile_invalid')).message).to.include(
      'both profiles/child.yaml and profiles/child.yml are "child"',
    );
    expect((await load(two, 'profiles/child.yml')).name).to.equal('B');
    const base = { 'base.yaml': 'name: Mine\n', 'child.yaml': 'name: C\nextends: base\n' };
    expect((await rejection(load(base), 'profile_invalid')).message).to.include(
      'profiles/base.yaml: "base" is the built-in profile',
    );
  });

  it('names the chain of a profile that extends itself', async () => {
    const error = await rejection(
      load({ 'child.yaml': 'name: C\nextends: b\n', 'b.yaml': 'name: B\nextends: child\n' }),
      'profile_invalid',
    );
    expect(error.message).to.include(
      'profiles/b.yaml:2: extends: the profile extends itself: profiles/child.yaml → profiles/b.yaml → profiles/child.yaml',
    );
    await rejection(load({ 'child.yaml': 'name: C\nextends: child\n' }), 'profile_invalid');
  });

  it('finds a circle that leads through a link', async () => {
    const root = rootWith({ 'child.yaml': 'name: C\nextends: same\n' });
    symlinkSync('child.yaml', path.join(root, 'profiles', 'same.yaml'));
    const { message } = await rejection(
      loadProfile('child', POINTER, { root, folder: 'profiles' }),
      'profile_invalid',
    );
    expect(message).to.include('profiles/same.yaml → profiles/same.yaml');
  });

  it('allows aliases, as far as 10,000 nodes', async () => {
    const texts = (count: number) => `&texts [${'text,'.repeat(count)}]`;
    const profile = await load({
      'child.yaml': `name: &name Acme\nfeatures: [{name: *name, benefits: ${texts(50)}}, {name: B, benefits: *texts}]\n`,
    });
    expect(profile.features[0]).to.deep.equal({ name: 'Acme', benefits: Array(50).fill('text') });
    const aliases = (count: number) => `name: A\nx: &x [${'y,'.repeat(99)}]\nz: [${'*x,'.repeat(count)}]\n`;
    expect((await rejection(load({ 'child.yaml': aliases(100) }), 'profile_invalid')).message).to.include(
      'is not a profile',
    );
    expect((await rejection(load({ 'child.yaml': aliases(101) }), 'profile_invalid')).message).to.match(
      /^profiles\/child\.yaml:3:\d+: aliases expand to more than 10000 nodes$/,
    );
  });

  it('follows eight levels and no ninth', async () => {
    const levels = (count: number) =>
      Object.fromEntries(
        Array.from({ length: count }, (_, index) => [
          `${index === 0 ? 'child' : `p${index}`}.yaml`,
          `name: P\n${index === count - 1 ? '' : `extends: p${index + 1}\n`}`,
        ]),
      );
    expect((await load(levels(8))).chain).to.have.lengthOf(8);
    await rejection(load(levels(9)), 'profile_invalid');
  });

  const invalid: [string, string | Uint8Array, RegExp, RegExp][] = [
    [
      'an unknown key',
      'name: A\nvoise: {}\n',
      /is not a profile/,
      /profiles\/child\.yaml:2: .*did you mean "voice"/,
    ],
    ['a missing name', 'cta: A\n', /is not a profile/, /profiles\/child\.yaml:1: \/name: is required/],
    [
      'a wrong type deep inside',
      'name: A\nfeatures:\n  - name: F\n    benefits: none\n',
      /is not a profile/,
      /profiles\/child\.yaml:4: \/features\/0\/benefits/,
    ],
    ['a list at the top', '- a\n', /is not a profile/, /profiles\/child\.yaml:1: /],
    ['broken YAML', 'name: [a\nb: c', /profiles\/child\.yaml:\d+:\d+: /, /^$/],
    ['doubled keys', 'name: A\nname: B\n', /profiles\/child\.yaml:2:1: /, /^$/],
    [
      'aliases that expand without end, below a hundred of them',
      `name: A\na0: &a0 [y]\n${Array.from({ length: 9 }, (_, i) => `a${i + 1}: &a${i + 1} [${`*a${i},`.repeat(9)}]\n`).join('')}`,
      /^profiles\/child\.yaml:6:\d+: aliases expand to more than 10000 nodes$/,
      /^$/,
    ],
    [
      'an alias inside of what it names',
      'name: A\nx: &x [*x]\n',
      /^profiles\/child\.yaml:2:8: the alias \*x stands inside/,
      /^$/,
    ],
    ['an alias of nothing', 'name: *x\n', /^profiles\/child\.yaml:1:7: the alias \*x has no anchor/, /^$/],
    [
      'a merge key, which YAML 1.2 does not have',
      'name: A\n<<: &x {cta: Buy}\n',
      /is not a profile/,
      /profiles\/child\.yaml:2: .*unknown key "<<"/,
    ],
    [
      'a key of the engine',
      'name: A\n__proto__: {cta: Buy}\n',
      /is not a profile/,
      /child\.yaml:2: \/__proto__: unknown key "__proto__"/,
    ],
    ['an empty file', '', /^profiles\/child\.yaml:1: the profile is empty/, /^$/],
    ['comments alone', '# name: A\n', /^profiles\/child\.yaml:1: the profile is empty/, /^$/],
    ['a second document', 'name: A\n---\nname: B\n', /^profiles\/child\.yaml:2:\d+: .*second document/, /^$/],
    [
      'a second, empty document',
      '---\nname: A\n---\n',
      /^profiles\/child\.yaml:3:\d+: .*second document/,
      /^$/,
    ],
    ['tabs as indentation', 'name: A\nicp:\n\tgoals: []\n', /^profiles\/child\.yaml:3:1: Tabs/, /^$/],
    ['an unknown tag', 'name: !brand A\n', /^profiles\/child\.yaml:1:7: Unresolved tag: !brand/, /^$/],
    ['a NUL byte', 'name: A\ncta: a\u0000b\n', /^profiles\/child\.yaml holds a NUL byte in line 2/, /^$/],
    [
      'a written control character',
      'name: A\ncta: "a\\0b"\n',
      /is not a profile/,
      /child\.yaml:2: \/cta: must hold no control characters/,
    ],
    [
      'a text without end',
      `name: A\ncta: ${'x'.repeat(2001)}\n`,
      /is not a profile/,
      /child\.yaml:2: \/cta: must be at most 2000 characters long/,
    ],
    [
      'a list without end',
      `name: A\nprohibited_claims:\n${'- x\n'.repeat(100_000)}`,
      /^profiles\/child\.yaml:1003:\d+: is one entry too many: a list holds at most 1000$/,
      /^$/,
    ],
    [
      'a mapping without end',
      Array.from({ length: 50_000 }, (_, index) => `k${index}: 1\n`).join(''),
      /^profiles\/child\.yaml:1001:1: is one entry too many/,
      /^$/,
    ],
    ...['[', '- ', '{a: ', '? '].map((unit): [string, string, RegExp, RegExp] => [
      `endless ${unit}`,
      `name: A\nx:\n  ${unit.repeat(100_000)}`,
      /^profiles\/child\.yaml:3:\d+: is nested deeper than 50 levels$/,
      /^$/,
    ]),
    [
      'UTF-16',
      Buffer.from('\uFEFFname: A', 'utf16le'),
      /^profiles\/child\.yaml is UTF-16; save it as UTF-8/,
      /^$/,
    ],
    [
      'latin1',
      Buffer.from('name: A\ncta: caf\xe9', 'latin1'),
      /^profiles\/child\.yaml is not UTF-8 text \(line 2\)/,
      /^$/,
    ],
    [
      'more than 1 MiB',
      `name: A\n#${'x'.repeat(1024 * 1024)}`,
      /^profiles\/child\.yaml is larger than 1 MiB/,
      /^$/,
    ],
  ];
  for (const [what, text, message, detail] of invalid) {
    it(`names file and line of ${what}`, async () => {
      const error = await rejection(load({ 'child.yaml': text }), 'profile_invalid');
      expect(error.message).to.match(message);
      expect(error.details.map((one) => `${one.path}: ${one.message}`)[0] ?? '').to.match(detail);
    });
  }

  it('reads 1,000 entries of 2,000 characters, a byte order mark and Windows line ends', async () => {
    const emoji = '😀'.repeat(2000);
    expect((await load({ 'child.yaml': `\uFEFF---\r\nname: A\r\ncta: ${emoji}\r\n...\r\n` })).cta).to.equal(
      emoji,
    );
    const claims = Array.from({ length: 1000 }, (_, index) => `- claim ${index} # why\n\n`).join('');
    expect(
      (await load({ 'child.yaml': `name: A\nprohibited_claims:\n${claims}` })).prohibited,
    ).to.have.lengthOf(1000);
  });
});
