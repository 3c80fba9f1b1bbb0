import { mkdirSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'chai';
import fc from 'fast-check';
import { isInside } from '../../src/files/location.js';
import { containedPath, normalizeRelative } from '../../src/inputs/containment.js';
import { folderWith, temporaryFolder } from '../support/growth.js';
import { rejection } from '../support/rejection.js';

describe('containedPath', () => {
  const root = folderWith({ 'a/file.txt': 'x', 'b/.keep': '' });
  const outside = temporaryFolder();
  symlinkSync(outside, path.join(root, 'link-out'));
  symlinkSync(path.join(root, 'a'), path.join(root, 'link-in'));
  symlinkSync(path.join(root, 'nowhere'), path.join(root, 'dangling'));
  mkdirSync(path.join(root, '..foo'));

  it('normalizes what stays inside, so that the spelling of a path does not matter', async () => {
    for (const spelling of ['a', './a', 'a/', 'b/../a', './b/.././a//']) {
      expect((await containedPath(root, spelling, 'folder', '/x')).relative).to.equal('a');
    }
    expect((await containedPath(root, '.', 'folder', '/x')).relative).to.equal('.');
    expect((await containedPath(root, '..foo', 'folder', '/x')).relative).to.equal('..foo');
  });

  it('follows a link that stays inside', async () => {
    expect((await containedPath(root, 'link-in/file.txt', 'file', '/x')).absolute).to.equal(
      path.join(root, 'a', 'file.txt'),
    );
  });

  for (const given of [
    '..',
    '../x',
    'a/../../x',
    '/etc/passwd',
    'C:\\x',
    '\\\\host\\share',
    'link-out',
    'a/\u0000b',
  ]) {
    it(`refuses ${JSON.stringify(given)}`, async () => {
      const error = await rejection(
        containedPath(root, given, 'folder', '/seo_scan/source_path'),
        'path_outside_root',
      );
      expect(error.details[0]?.path).to.equal('/seo_scan/source_path');
      expect(error.message).to.not.include(root);
    });
  }

  it('tells a missing path and one of the wrong kind', async () => {
    await rejection(containedPath(root, 'missing', 'folder', '/x'), 'path_not_found');
    await rejection(containedPath(root, 'dangling', 'folder', '/x'), 'path_not_found');
    await rejection(containedPath(root, 'a', 'file', '/x'), 'path_wrong_kind');
    await rejection(containedPath(root, 'a/file.txt', 'folder', '/x'), 'path_wrong_kind');
  });

  it('never yields a path outside, whatever is written', () => {
    const segment = fc.constantFrom('..', '.', 'a', 'b', '', '...', '..a', '%2e%2e');
    fc.assert(
      fc.property(fc.array(segment, { maxLength: 8 }), (segments) => {
        const given = segments.join('/');
        let relative: string;
        try {
          relative = normalizeRelative(given, '/x');
        } catch {
          return;
        }
        expect(isInside('/root', path.join('/root', relative))).to.equal(true);
        expect(normalizeRelative(relative, '/x')).to.equal(relative);
      }),
    );
  });
});
