import { expect } from 'chai';
import { readXmlSitemap } from '../../../src/seo/sitemaps/xml.js';

const NAMESPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"';
const XHTML = 'xmlns:xhtml="http://www.w3.org/1999/xhtml"';

function urlset(inside: string, attributes = NAMESPACE): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n<urlset ${attributes}>${inside}</urlset>`;
}

function addresses(text: string): string[] {
  const { urls, children } = readXmlSitemap(text);
  return [...urls, ...children].map(({ loc }) => loc);
}

function problems(text: string): string[] {
  return readXmlSitemap(text).problems.map(({ message }) => message);
}

/** The rest of the line to which the first problem points. */
function problemAt(text: string): string {
  const offset = readXmlSitemap(text).problems[0]?.offset;
  return offset === undefined ? 'nowhere' : (text.slice(offset).split('\n')[0] ?? '');
}

describe('XML sitemaps', () => {
  describe('what they list', () => {
    it('gives each address with the offset of its <loc> in UTF-16 units', () => {
      const text = urlset(
        '<!-- 😀 é --><url>\n<loc\r\n>https://a.example/</loc></url><url><loc>https://a.example/b</loc></url>',
      );
      const { kind, urls } = readXmlSitemap(text);
      expect(kind).to.equal('urlset');
      expect(urls.map(({ loc, offset }) => [loc, offset])).to.deep.equal([
        ['https://a.example/', text.indexOf('<loc')],
        ['https://a.example/b', text.lastIndexOf('<loc>')],
      ]);
    });
    it('cuts white space around an address', () => {
      expect(addresses(urlset('<url><loc>\n  https://a.example/ \r\n</loc></url>'))).to.deep.equal([
        'https://a.example/',
      ]);
    });
    it('decodes the entities of XML and character references, once', () => {
      const text = urlset('<url><loc>https://a.example/?a=1&amp;b=&#x32;&amp;amp;&apos;</loc></url>');
      expect(addresses(text)).to.deep.equal(["https://a.example/?a=1&b=2&amp;'"]);
    });
    it('reads CDATA, also in pieces', () => {
      const text = urlset('<url><loc><![CDATA[https://a.example/?a&]]>b<![CDATA[=1]]></loc></url>');
      expect(addresses(text)).to.deep.equal(['https://a.example/?a&b=1']);
    });
    it('reads an address that a comment interrupts', () => {
      const text = urlset('<url><loc>https://a.<!-- & < -->example/</loc></url>');
      expect(addresses(text)).to.deep.equal(['https://a.example/']);
    });
    it('reads a sitemap whose namespace has a prefix', () => {
      const text = `<s:urlset xmlns:s="http://www.sitemaps.org/schemas/sitemap/0.9"><s:url><s:loc>https://a.example/</s:loc></s:url></s:urlset>`;
      expect(addresses(text)).to.deep.equal(['https://a.example/']);
      expect(problems(text)).to.deep.equal([]);
    });
    it('takes no address from image, video and news extensions', () => {
      const text = urlset(
        `<url><loc>https://a.example/</loc><image:image><image:loc>https://a.example/i.png</image:loc></image:image>
        <video:video><video:content_loc>https://a.example/v</video:content_loc></video:video></url>`,
        `${NAMESPACE} xmlns:image="http://www.google.com/schemas/sitemap-image/1.1" xmlns:video="http://www.google.com/schemas/sitemap-video/1.1"`,
      );
      expect(addresses(text)).to.deep.equal(['https://a.example/']);
      expect(problems(text)).to.deep.equal([]);
    });
    it('takes no address from deeper inside an entry', () => {
      const text = urlset(
        '<url><loc>https://a.example/</loc><more><loc>https://a.example/b</loc></more></url>',
      );
      expect(addresses(text)).to.deep.equal(['https://a.example/']);
      expect(problems(text)).to.deep.equal([]);
    });
    it('gives lastmod as written, white space cut, with its offset', () => {
      const text = urlset('<url><loc>https://a.example/</loc><lastmod> 2024-13 </lastmod></url>');
      expect(readXmlSitemap(text).urls[0]?.lastmod).to.deep.equal({
        offset: text.indexOf('<lastmod>'),
        value: '2024-13',
      });
    });
    it('gives alternates of XHTML links, and of no other', () => {
      const text = urlset(
        `<url><loc>https://a.example/</loc>
        <xhtml:link rel="alternate" hreflang="de" href="https://a.example/de?a=1&amp;b=2"/>
        <xhtml:link rel="amphtml" href="https://a.example/amp"/>
        <link rel="alternate" hreflang="fr" href="https://a.example/fr"/></url>`,
        `${NAMESPACE} ${XHTML}`,
      );
      expect(readXmlSitemap(text).urls[0]?.alternates).to.deep.equal([
        { hreflang: 'de', href: 'https://a.example/de?a=1&b=2', offset: text.indexOf('<xhtml:link') },
      ]);
    });
    it('gives the sitemaps of an index as children, not as addresses', () => {
      const text = `<sitemapindex ${NAMESPACE}><sitemap><loc>https://a.example/s.xml</loc><lastmod>2024</lastmod></sitemap></sitemapindex>`;
      const { kind, urls, children } = readXmlSitemap(text);
      expect({ kind, urls, children }).to.deep.equal({
        kind: 'index',
        urls: [],
        children: [
          {
            loc: 'https://a.example/s.xml',
            offset: text.indexOf('<loc>'),
            lastmod: { offset: text.indexOf('<lastmod>'), value: '2024' },
          },
        ],
      });
    });
    it('reads RSS and Atom, which the protocol allows', () => {
      const rss = `<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel><link>https://a.example/</link>
        <item><title>x</title><link>https://a.example/1</link></item><item><title>no link</title></item></channel></rss>`;
      const atom = `<feed xmlns="http://www.w3.org/2005/Atom"><link href="https://a.example/"/><entry>
        <link rel="edit" href="https://a.example/edit"/><link href="https://a.example/2"/></entry></feed>`;
      expect([addresses(rss), addresses(atom)]).to.deep.equal([
        ['https://a.example/1'],
        ['https://a.example/2'],
      ]);
      expect([problems(rss), problems(atom)]).to.deep.equal([[], []]);
    });
  });

  describe('what is wrong with them', () => {
    const page = '<url><loc>https://a.example/</loc></url>';
    const faults: Record<string, [text: string, message: string]> = {
      'an empty file': [' \n', 'the file is empty'],
      'an HTML page': ['\n<!DOCTYPE html><html><body>404</body></html>', 'an HTML page, not a sitemap'],
      'another root element': [
        '<sitemap><url/></sitemap>',
        'the root element is <sitemap>, not <urlset> or <sitemapindex>',
      ],
      'no namespace': [
        urlset(page, ''),
        '<urlset> is in no namespace, not http://www.sitemaps.org/schemas/sitemap/0.9',
      ],
      'the namespace of 2005': [
        urlset(page, 'xmlns="http://www.google.com/schemas/sitemap/0.84"'),
        '<urlset> is in the namespace http://www.google.com/schemas/sitemap/0.84, not http://www.sitemaps.org/schemas/sitemap/0.9',
      ],
      'the namespace with https': [
        urlset(page, 'xmlns="https://www.sitemaps.org/schemas/sitemap/0.9"'),
        '<urlset> is in the namespace https://www.sitemaps.org/schemas/sitemap/0.9, not http://www.sitemaps.org/schemas/sitemap/0.9',
      ],
      'no entry': [urlset(''), 'it lists no address'],
      'an entry without an address': [
        urlset(`${page}<url><lastmod>2024</lastmod></url>`),
        'a <url> without a <loc>',
      ],
      'an empty address': [urlset(`${page}<url><loc> </loc></url>`), 'a <url> with an empty <loc>'],
      'two addresses in an entry': [
        urlset('<url><loc>https://a.example/</loc><loc>https://a.example/b</loc></url>'),
        'a second <loc> in the same entry',
      ],
      'an element that is not closed': [
        `<urlset ${NAMESPACE}>${page}`,
        'not well-formed XML: unclosed tag: urlset',
      ],
      'a blank line before the XML declaration': [
        `\n${urlset(page)}`,
        'not well-formed XML: an XML declaration must be at the start of the document',
      ],
      'a prefix that is not declared': [
        urlset('<url><loc>https://a.example/</loc><image:image/></url>'),
        'not well-formed XML: unbound namespace prefix: "image"',
      ],
      'a bare & in an address': [
        urlset('<url><loc>https://a.example/?a=1&b=2</loc></url><url><loc>https://a.example/;</loc></url>'),
        'not well-formed XML: an & that is not written as &amp;',
      ],
      'a bare & in an attribute': [
        urlset('<url><loc>a</loc><x:link xmlns:x="b" href="?a=1&b=2"/></url>'),
        'not well-formed XML: an & that is not written as &amp;',
      ],
      'an entity of HTML': [
        urlset('<url><loc>https://a.example/&nbsp;</loc></url>'),
        'not well-formed XML: &nbsp; is none of the five entities of XML',
      ],
      'a comment that is none, whatever else it holds': [
        urlset(`${page}<!-- a & b -- c -->`),
        'not well-formed XML: malformed comment',
      ],
      'addresses that stand too deep': [urlset(`<group>${page}</group>`), 'it lists no address'],
      'a control character': [
        urlset('<url><loc>\u0001</loc></url>'),
        'not well-formed XML: disallowed character',
      ],
      'a declared UTF-16, as some generators write': [
        urlset(page).replace('UTF-8', 'utf-16'),
        'it is UTF-8 but declares the encoding utf-16',
      ],
      'another declared encoding where it matters': [
        urlset('<url><loc>https://a.example/é</loc></url>').replace('UTF-8', 'ISO-8859-1'),
        'it is UTF-8 but declares the encoding ISO-8859-1',
      ],
      'an address of more than 2048 characters': [
        urlset(`<url><loc>https://a.example/${'a'.repeat(2031)}</loc></url>`),
        'an address of 2049 characters; at most 2048 are allowed',
      ],
    };
    for (const [what, [text, message]] of Object.entries(faults)) {
      it(`reports ${what}`, () => {
        expect(problems(text)).to.deep.equal([message]);
      });
    }

    const sound: Record<string, string> = {
      'another declared encoding where every character is ASCII': urlset(page).replace('UTF-8', 'ISO-8859-1'),
      'single quotes and white space in tags': `<?xml version='1.0'?><urlset ${NAMESPACE.replaceAll('"', "'")} ><url ><loc >https://a.example/</loc ></url ></urlset >`,
      'a style sheet and comments': `<?xml version="1.0"?><?xml-stylesheet type="text/xsl" href="/s.xsl"?><!-- & < --><urlset ${NAMESPACE}>${page}</urlset><!-- end -->`,
      'a doctype': `<!DOCTYPE urlset>${urlset(page).slice(urlset(page).indexOf('<urlset'))}`,
      'an address of 2048 characters': urlset(`<url><loc>https://a.example/${'a'.repeat(2030)}</loc></url>`),
      'the schema’s location': urlset(
        page,
        `${NAMESPACE} xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="a b"`,
      ),
    };
    for (const [what, text] of Object.entries(sound)) {
      it(`has nothing against ${what}`, () => {
        expect(problems(text)).to.deep.equal([]);
        expect(addresses(text)).to.have.lengthOf(1);
      });
    }

    it('points to the bare &, not to the semicolon that ends it', () => {
      const text = urlset('<url>\n<loc>https://a.example/?a=1&b=2</loc></url>\n<url><loc>a;</loc></url>');
      expect(problemAt(text)).to.equal('&b=2</loc></url>');
    });
    it('points to the entry without an address', () => {
      expect(problemAt(urlset(`${page}\n<url></url>\n`))).to.equal('<url></url>');
    });
    it('keeps what it read before a fault, and says that the sitemap is invalid', () => {
      const { kind, urls } = readXmlSitemap(`<urlset ${NAMESPACE}>${page}<url><loc>https://a.example/b`);
      expect({ kind, locs: urls.map(({ loc }) => loc) }).to.deep.equal({
        kind: 'invalid',
        locs: ['https://a.example/'],
      });
    });
    it('expands no entity of a document type, so none can grow', () => {
      const text = `<!DOCTYPE urlset [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;"><!ENTITY c SYSTEM "file:///etc/hostname">]>
        <urlset ${NAMESPACE}><url><loc>https://a.example/&b;&c;</loc></url></urlset>`;
      expect(problems(text)).to.deep.equal(['not well-formed XML: &b; is none of the five entities of XML']);
    });
    it('counts all addresses beyond 50,000, points to the first, and keeps 50,000', () => {
      const text = urlset(page.repeat(50_002));
      const { urls, isTruncated, problems: found } = readXmlSitemap(text);
      expect({ kept: urls.length, isTruncated }).to.deep.equal({ kept: 50_000, isTruncated: true });
      expect(found).to.deep.equal([
        {
          offset: text.indexOf('<url>') + 50_000 * page.length + '<url>'.length,
          message: '50002 addresses; at most 50000 are allowed in a file',
        },
      ]);
    });
    it('allows 50,000 addresses', () => {
      expect(problems(urlset(page.repeat(50_000)))).to.deep.equal([]);
    });
  });
});
