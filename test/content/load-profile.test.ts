import { expect } from 'chai';
import { loadProfile } from '../../src/content/load-profile.js';
import { folderWith } from '../support/growth.js';
import { rejection } from '../support/rejection.js';

const load = (files: Record<string, string>, wanted = 'child') =>
  loadProfile(wanted, '/content_draft/profile', {
    root: folderWith(
      Object.fromEntries(Object.entries(files).map(([file, text]) => [`profiles/${file}`, text])),
    ),
    folder: 'profiles',
  });

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
    expect(profile.prohibited).to.include.members(['guaranteed results', 'two', 'one', 'x']);
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
    expect(parent.message).to.include('profiles/child.yaml: extends: no profile "gone"');
    await rejection(load({ 'child.yaml': 'name: C\nextends: ../child\n' }), 'profile_missing');
  });

  it('names the chain of a profile that extends itself', async () => {
    const error = await rejection(
      load({ 'child.yaml': 'name: C\nextends: b\n', 'b.yaml': 'name: B\nextends: child\n' }),
      'profile_invalid',
    );
    expect(error.message).to.include('profiles/child.yaml → profiles/b.yaml → profiles/child.yaml');
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

  const invalid: [string, string, RegExp, RegExp][] = [
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
      'aliases that expand without end',
      `name: A\nx: &a [y]\nb: &b [${'*a,'.repeat(60)}]\nc: [${'*b,'.repeat(60)}]\n`,
      /profiles\/child\.yaml: .*alias/i,
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
});
