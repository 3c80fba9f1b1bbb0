import { spawnSync } from 'node:child_process';
import { symlinkSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'chai';
import { readHandedIn } from '../../../src/content/elsewhere/handed-in.js';
import type { ErrorCode } from '../../../src/errors.js';
import { folderWith, temporaryFolder } from '../../support/growth.js';
import { rejection } from '../../support/rejection.js';

const POINTER = '/publish_content/content_path';

const read = (file: string, content: string | Uint8Array) =>
  readHandedIn(file, POINTER, folderWith({ [file]: content }));

describe('readHandedIn', () => {
  it('reads Markdown with front matter', async () => {
    const content = await read(
      'mail/welcome.md',
      '\uFEFF---\r\ntitle: A title\r\nsubject:  Hello  there\r\npreheader: Look\r\ndescription: Found\r\ntags: [one, {two: three}]\r\nyear: 2024\r\n---\r\n# Welcome\r\n\r\nguaran**teed**\r\n',
    );
    expect(content).to.deep.equal({
      relative: 'mail/welcome.md',
      format: 'markdown',
      source: '# Welcome\n\nguaran**teed**\n',
      decoded: '# Welcome\n\nguaran**teed**\n',
      blocks: [
        { kind: 'heading', text: 'Welcome' },
        { kind: 'text', text: 'guaranteed' },
      ],
      attributes: ['A title', 'Hello there', 'Look', 'Found', 'one', 'three'],
      title: 'A title',
      headline: 'Welcome',
      meta_description: 'Found',
      subject: 'Hello there',
      preheader: 'Look',
      links: [],
    });
  });

  it('lets what a page says in its markup win over its front matter', async () => {
    const content = await read(
      'a.HTML',
      '---\ntitle: 2024\ndescription: Front\n---\n<title>Page</title><p>Text',
    );
    expect(content).to.deep.include({ format: 'html', title: 'Page', meta_description: 'Front' });
    expect((await read('a.htm', '---\ntitle: 2024\n---\n<p>Text')).title).to.equal('2024');
  });

  it('reads text by its paragraphs, with markup as it stands', async () => {
    const content = await read('a.txt', 'One\nline.\n \nTwo <b>bold</b>\n\n\n');
    expect(content.blocks.map(({ text }) => text)).to.deep.equal(['One line.', 'Two <b>bold</b>']);
    expect(content.source).to.equal('One\nline.\n \nTwo <b>bold</b>\n\n\n');
  });

  it('takes a rule that is not the first line for a rule, and a longer one for no front matter', async () => {
    expect((await read('a.md', 'One\n\n---\n\ntwo\n')).blocks).to.have.lengthOf(2);
    expect((await read('a.markdown', '----\n\ntwo\n')).attributes).to.deep.equal([]);
    expect((await read('a.md', '---\n---\ntwo\n')).blocks).to.have.lengthOf(1);
  });

  const wrong: [
    what: string,
    file: string,
    content: string | Uint8Array,
    code: ErrorCode,
    message: RegExp,
  ][] = [
    ['an unknown extension', 'a.docx', 'x', 'content_format_unknown', /"a\.docx" has none of .*\.md, /],
    ['no extension', 'README', 'x', 'content_format_unknown', /"README" has none/],
    ['an empty file', 'a.md', '', 'content_empty', /"a\.md" holds no visible text/],
    ['blanks alone', 'a.txt', ' \n\t\n\uFEFF', 'content_empty', /no visible text/],
    ['front matter alone', 'a.md', '---\ntitle: A\n---\n', 'content_empty', /no visible text/],
    ['hidden text alone', 'a.html', '<p hidden>a</p><!-- b -->', 'content_empty', /no visible text/],
    ['a comment alone', 'a.md', '<!-- b -->', 'content_empty', /no visible text/],
    [
      'more than 1 MiB',
      'a.txt',
      'a'.repeat(1024 * 1024 + 1),
      'content_unreadable',
      /"a\.txt" is larger than 1 MiB/,
    ],
    [
      'UTF-16',
      'a.txt',
      Buffer.from('\uFEFFtext', 'utf16le'),
      'content_unreadable',
      /is UTF-16; save it as UTF-8/,
    ],
    [
      'UTF-16 of the other order',
      'a.md',
      Buffer.from([0xfe, 0xff, 0, 65]),
      'content_unreadable',
      /is UTF-16;/,
    ],
    ['UTF-32', 'a.md', Buffer.from([0xff, 0xfe, 0, 0, 65, 0, 0, 0]), 'content_unreadable', /is UTF-32;/],
    [
      'latin1',
      'a.html',
      Buffer.from('<p>a\n<p>caf\xe9', 'latin1'),
      'content_unreadable',
      /not UTF-8 text \(line 2\)/,
    ],
    ['a NUL byte', 'a.md', 'a\r\nb\u0000', 'content_unreadable', /NUL byte in line 2/],
    [
      'front matter without an end',
      'a.md',
      '---\ntitle: A\n\ntext',
      'content_malformed',
      /^a\.md:1: .*no end/,
    ],
    ['broken front matter', 'a.md', '---\ntitle: "A\n---\nt', 'content_malformed', /^a\.md:\d:\d+: /],
    ['tabs in front matter', 'a.md', '---\na:\n\t- b\n---\nt', 'content_malformed', /^a\.md:3:1: Tabs/],
    ['doubled keys', 'a.html', '---\na: 1\na: 2\n---\nt', 'content_malformed', /^a\.html:3:1: .*unique/],
    [
      'a text as front matter',
      'a.txt',
      '---\nHello\n---\nt',
      'content_malformed',
      /^a\.txt:2: .*not a list of fields/,
    ],
    [
      'a list as front matter',
      'a.txt',
      '---\n- a\n---\nt',
      'content_malformed',
      /^a\.txt:2: .*not a list of fields/,
    ],
    [
      'a title that is a list',
      'a.md',
      '---\nx: 1\ntitle: [a]\n---\nt',
      'content_malformed',
      /^a\.md:3: "title".*not a text/,
    ],
    [
      'aliases without end',
      'a.md',
      `---\na: &a [${'x,'.repeat(200)}]\nb: [${'*a,'.repeat(60)}]\n---\nt`,
      'content_malformed',
      /^a\.md:3:\d+: aliases expand/,
    ],
    [
      'endless quotes',
      'a.md',
      `${'>'.repeat(100_000)}a`,
      'content_malformed',
      /^a\.md: quotes and lists are nested deeper/,
    ],
  ];
  for (const [what, file, content, code, message] of wrong) {
    it(`refuses ${what}`, async () => {
      expect((await rejection(read(file, content), code)).message.replace(`${POINTER}: `, '')).to.match(
        message,
      );
    });
  }

  it('names the field in the details', async () => {
    expect((await rejection(read('a.doc', 'x'), 'content_format_unknown')).details[0]?.path).to.equal(
      POINTER,
    );
  });

  it('refuses what is missing, a folder, a pipe, a device, and what lies outside', async () => {
    const root = folderWith({ 'folder.md/a.md': 'x' });
    spawnSync('mkfifo', [path.join(root, 'pipe.md')]);
    symlinkSync(path.join(folderWith({ 'secret.md': 'x' }), 'secret.md'), path.join(root, 'link.md'));
    symlinkSync('/dev/zero', path.join(root, 'zero.md'));
    const refused = (given: string, code: ErrorCode) => rejection(readHandedIn(given, POINTER, root), code);
    await refused('gone.md', 'path_not_found');
    await refused('folder.md', 'path_wrong_kind');
    await refused('pipe.md', 'path_wrong_kind');
    await refused('link.md', 'path_outside_root');
    await refused('zero.md', 'path_outside_root');
    await refused('../a.md', 'path_outside_root');
    await refused(path.join(root, 'folder.md', 'a.md'), 'path_outside_root');
    await refused('a\u0000.md', 'path_outside_root');
    await rejection(readHandedIn('zero', POINTER, '/dev'), 'path_wrong_kind');
  });

  it('follows a link that stays inside, and shows it by its own name', async () => {
    const root = folderWith({ 'a.md': 'text' });
    symlinkSync(path.join(root, 'a.md'), path.join(root, 'latest.md'));
    expect((await readHandedIn('./latest.md', POINTER, root)).relative).to.equal('latest.md');
    await rejection(readHandedIn('a.md', POINTER, temporaryFolder()), 'path_not_found');
  });
});
