import { expect } from 'chai';
import { decodePage } from '../../../src/seo/page/decode.js';

describe('decodePage', () => {
  const bytes = Buffer.from([0x96, 0xe9]);
  const decoded: [string, Buffer, string][] = [
    ['windows-1252 as declared', Buffer.concat([Buffer.from('<meta charset=windows-1252>'), bytes]), '–é'],
    [
      'latin1, which means windows-1252',
      Buffer.concat([Buffer.from('<meta charset="ISO-8859-1">'), bytes]),
      '–é',
    ],
    [
      'windows-1252 when nothing is declared and UTF-8 is broken',
      Buffer.concat([Buffer.from('<p>'), bytes]),
      '–é',
    ],
    ['UTF-8 when nothing is declared', Buffer.from('<p>–é'), '–é'],
    ['a byte order mark before a declaration', Buffer.from('\uFEFF<meta charset=windows-1252>–é'), '–é'],
    [
      'a charset in a description as no declaration',
      Buffer.from('<meta name=description content="charset=koi8-r">–é'),
      '–é',
    ],
    ['a commented-out declaration as none', Buffer.from('<!-- <meta charset=koi8-r> -->–é'), '–é'],
    [
      'http-equiv',
      Buffer.concat([
        Buffer.from('<meta http-equiv=content-type content="text/html; charset=iso-8859-2">'),
        Buffer.from([0xb1, 0xe6]),
      ]),
      'ąć',
    ],
    [
      'an encoding that browsers refuse as one replacement character',
      Buffer.from('<meta charset=iso-2022-kr>–é'),
      '\uFFFD',
    ],
    ['a utf-16 label as UTF-8', Buffer.from('<meta charset=utf-16>–é'), '–é'],
  ];
  for (const [what, input, end] of decoded) {
    it(`reads ${what}`, () => {
      expect(decodePage(input).text.slice(-2)).to.equal(end);
    });
  }
});
