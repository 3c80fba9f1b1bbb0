"""python3 -m unittest discover -s test/oracle/seo -p 'test_*.py'"""
import os
import tempfile
import unicodedata
import unittest

import addresses
import page as pages
from audit import audit, context
from encodings_of_html import text_of


def said(html):
    page = pages.read(html.encode("utf-8"))
    return page.titles, page.links, sorted(page.anchors)


def links(html):
    return said(html)[1]


# (what, html, titles, links, ids) -- each where html.parser of some Python 3.11 reads otherwise
PAGES = [
    ("a comment that ends at once", "<!--><a href=1></a><!-- -->", [], ["1"], []),
    ("a comment of one dash", "<!---><a href=1></a><!-- -->", [], ["1"], []),
    ("a comment ended by --!>", "<!-- --!><a href=1></a><!-- -->", [], ["1"], []),
    ("a space doesn't end a comment", "<!-- -- ><a href=1></a>-->", [], [], []),
    ("a comment without an end", "<a href=0></a><!-- <a href=1>", [], ["0"], []),
    ("a bogus comment", "<!x '><a href=1>", [], ["1"], []),
    ("a processing instruction", "<?x '><a href=1>", [], ["1"], []),
    ("</ and no letter", "</ a='><a href=1>", [], ["1"], []),
    ("CDATA outside foreign content", "<![CDATA[ ><a href=1> ]]>", [], ["1"], []),
    ("CDATA in svg", "<svg><![CDATA[ ><a href=1> ]]></svg><a href=2>", [], ["2"], []),
    ("script ends anywhere", "<script>'</script><a href=1>'</script>", [], ["1"], []),
    ("a script's end tag with attributes", "<script></script x='>'><a href=1>", [], ["1"], []),
    ("script data escaped", "<script><!-- </script><a href=1>", [], ["1"], []),
    ("double escaped", "<script><!-- <script></script> <a href=0> --></script><a href=1>", [], ["1"], []),
    ("no double escape without <!--", "<script> <script></script><a href=1>", [], ["1"], []),
    ("<!--> leaves the escape", "<script><!--><script></script><a href=1>", [], ["1"], []),
    ("a script in svg that closes itself", "<svg><script/><a href=1></svg>", [], ["1"], []),
    ("style is raw text", "<style><a href=0></style ><a href=1>", [], ["1"], []),
    ("textarea is text", "<textarea><a href=0></textarea><a href=1>", [], ["1"], []),
    ("iframe is text", "<iframe><a href=0></iframe><a href=1>", [], ["1"], []),
    ("xmp is text", "<xmp><a href=0></xmp><a href=1>", [], ["1"], []),
    ("noscript is text", "<noscript><a href=0></noscript><a href=1>", [], ["1"], []),
    ("noscript in head is text", "<head><noscript><a id=0></noscript><title>t</title>", ["t"], [], []),
    ("nothing after plaintext", "<a href=1></a><plaintext></plaintext><a href=0>", [], ["1"], []),
    ("a template's content", "<template><a id=0><template></template><a id=1></template><a id=2>", [], [], ["2"]),
    ("title is RCDATA", "<title>a<b>&amp;&lt</title>", ["a<b>&<"], [], []),
    ("a title of comments", "<title><!-- a --></title>", ["<!-- a -->"], [], []),
    ("svg's title", "<svg><title>s</title></svg><title>t</title>", ["t"], [], []),
    ("html within svg's title", "<svg><title><a href=1></a></title></svg>", [], ["1"], []),
    ("a div leaves svg", "<svg><div><title>t</title>", ["t"], [], []),
    ("foreignObject", "<svg><foreignObject><a href=1></a></foreignObject><a xlink:href=2>", [], ["1", "2"], []),
    ("references in an attribute", '<a href="?a=1&copy=2&copyx&amp;b&lt;&#65;&#x80;&#0;">', [], ["?a=1&copy=2&copyx&b<A\u20ac\ufffd"], []),
    ("a reference at an attribute's end", '<a href="&copy">', [], ["\u00a9"], []),
    ("the first attribute wins", "<a href=1 HREF=2 id=x id=y>", [], ["1"], ["x"]),
    ("names in capitals", "<A HREF=1 ID=X>", [], ["1"], ["X"]),
    ("slashes between attributes", "<a/href=1/id=x>", [], ["1/id=x"], []),
    ("slashes after quotes", '<a/href="1"id="x"/>', [], ["1"], ["x"]),
    ("quotes in names", "<a \"href=1 href=2>", [], ["2"], []),
    ("a tag that the file cuts", '<a href=1></a><a href="2>', [], ["1"], []),
    ("CRLF in a value", "<a href='1\r\n2'>", [], ["1\n2"], []),
    ("image is img", "<image id=x>", [], [], ["x"]),
    ("a cell without a table", "<div><td id=0><a href=1>", [], ["1"], []),
    ("a form in a form", "<form id=x><form id=0><a href=1>", [], ["1"], ["x"]),
    ("misnested formatting counts once", "<a href=1 id=x><p>a</a>b<p>c", [], ["1"], ["x"]),
    ("a second body gives its id", "<body><p><body id=x>", [], [], ["x"]),
    ("frameset has no links", "<frameset id=x><a href=0></frameset>", [], [], ["x"]),
]

BASE = addresses.parse("https://h.example/shop/page.html?q#f")
URLS = [
    ("", "https://h.example/shop/page.html?q"), ("#x", "https://h.example/shop/page.html?q#x"),
    ("?x", "https://h.example/shop/page.html?x"), ("../../..", "https://h.example/"),
    ("a\tb\n", "https://h.example/shop/ab"), (" \x01a ", "https://h.example/shop/a"),
    ("\\a\\..\\b", "https://h.example/b"), ("a?b\\c", "https://h.example/shop/a?b\\c"),
    ("%2e%2E/x", "https://h.example/x"), ("%2e", "https://h.example/shop/"), ("//k/x", "https://k/x"),
    ("\\/k/x", "https://k/x"), ("https:x", "https://h.example/shop/x"), ("https:/x", "https://h.example/x"),
    ("http:x", "http://x/"), ("HTTPS://U:P@H.Example:443/x", "https://h.example/x"),
    ("https://h:444/", "https://h:444/"), ("https://h:99999/", None), ("https://", None), ("https://a b/", None),
    ("https://[::1]/", "https://[::1]/"), ("https://0x7f.1/", "https://127.0.0.1/"), ("a b\u00e9", "https://h.example/shop/a%20b%C3%A9"),
    ("mailto:x", "mailto:"), ("./x:y", "https://h.example/shop/x:y"), ("1x:y", "https://h.example/shop/1x:y"),
]  # fmt: skip

ENCODINGS = [
    ("UTF-8 without a label", "\u00e9".encode(), "\u00e9"),
    ("windows-1252 without a label", b"\xe9\x80", "\u00e9\u20ac"),
    ("latin1 means windows-1252", b"<meta charset=latin1>\x80\x81", "<meta charset=latin1>\u20ac\x81"),
    ("a mark wins over a label", b"\xef\xbb\xbf<meta charset=latin1>\xc3\xa9", "<meta charset=latin1>\u00e9"),
    ("utf-16 in a label means UTF-8", b"<meta charset=utf-16>\xc3\xa9", "<meta charset=utf-16>\u00e9"),
    ("a label in a comment", b"<!-- <meta charset=latin1> -->\xc3\xa9", "<!-- <meta charset=latin1> -->\u00e9"),
    ("a label in http-equiv", b"<meta content='a; charset=koi8-r' http-equiv=Content-Type>\xc1", "<meta content='a; charset=koi8-r' http-equiv=Content-Type>\u0430"),
    ("charset in a description", b"<meta name=description content='charset=koi8-r'>\xc3\xa9", "<meta name=description content='charset=koi8-r'>\u00e9"),
    ("a label after byte 1024", b" " * 1024 + b"<meta charset=koi8-r>\xc3\xa9", " " * 1024 + "<meta charset=koi8-r>\u00e9"),
]


class Readings(unittest.TestCase):
    def test_pages(self):
        for what, html, titles, hrefs, ids in PAGES:
            with self.subTest(what):
                self.assertEqual(said(html), (titles, hrefs, ids))

    def test_urls(self):
        for href, url in URLS:
            with self.subTest(href):
                found = addresses.parse(href, BASE)
                self.assertEqual(None if found is None else str(found), url)

    def test_encodings(self):
        for what, content, text in ENCODINGS:
            with self.subTest(what):
                self.assertEqual(text_of(content), text)

    def test_refresh(self):
        for content, url in [
            ("0;url=a", "a"), (" 5 , URL = 'a b' x", "a b"), ("0 a", "a"), ("0;'a", "a"), ("0", None), ("x;url=a", None),
            ("0x", None), (".5;a", "a"), ("0;urlx", "urlx"),
        ]:  # fmt: skip
            with self.subTest(content):
                self.assertEqual(pages.refresh_of(content)[1], url)


TEXT = "<html lang=en><title>%s</title><meta name=description content=d>"


class Rules(unittest.TestCase):
    def found(self, files, site=None):
        with tempfile.TemporaryDirectory() as folder:
            for name, content in files.items():
                path = os.path.join(folder, name)
                os.makedirs(os.path.dirname(path), exist_ok=True)
                if content is None:
                    os.makedirs(path)
                else:
                    with open(path, "w", encoding="utf-8") as file:
                        file.write(content)
            self.addCleanup(context.clear)
            rows, url = audit(folder, site)
            self.url = url and str(url)
            return [tuple(part for part in row if part is not None) for row in rows]

    def links_of(self, hrefs, files, **more):
        body = "".join(f"<a href='{href}'>x</a>" for href in hrefs)
        rows = self.found({"a/page.html": TEXT % "page" + body, **files}, **more)
        return [row[2:] for row in rows if row[1] == "a/page.html" and row[0].startswith("internal")]

    def test_links_that_resolve(self):
        files = {"index.html": TEXT % "i", "b.html": "x", "c/index.html": "x", "d e.html": "x", "f.txt": "x"}
        hrefs = "/ .. ../b ../b.html /b/ /c /c/ /c/index /../b ../d%20e /d%20e.html /f.txt mailto:x //other/x https://o/x http://[ ?q ".split(" ")
        self.assertEqual(self.links_of(hrefs, files), [])

    def test_links_that_do_not(self):
        decomposed = unicodedata.normalize("NFD", "\u00e9")
        files = {"b.html": "x", "dir/x.css": "x", decomposed + ".html": "x", "Up/index.html": "x"}
        self.assertEqual(
            self.links_of(["/gone", "/B", "/dir", "/dir/", "/%C3%A9", "/up/", "/b%252ehtml", "/f.html/"], files),
            [
                ("/%C3%A9", "normalization-mismatch"), ("/B", "case-mismatch"), ("/b%252ehtml", "missing"),
                ("/dir", "directory-without-index"), ("/dir/", "directory-without-index"), ("/f.html/", "missing"),
                ("/gone", "missing"), ("/up/", "case-mismatch"),
            ],
        )  # fmt: skip

    def test_base_element(self):
        rows = self.found({"a.html": TEXT % "a" + "<a href=x>1</a><a href='#y'>2</a><base target=t><base href=/s/><base href=/t/>", "s/x.html": "x"})
        self.assertEqual(rows, [("internal-link-broken", "a.html", "#y", "directory-without-index")])

    def test_site_url(self):
        hrefs = ["https://h.example/docs/gone", "http://www.h.example/docs/gone2", "https://h.example/gone", "/gone", "/docs/gone3"]
        rows = self.links_of(hrefs, {}, site="https://h.example/docs")
        self.assertEqual([row[0] for row in rows], ["/docs/gone3", hrefs[1], hrefs[0]])

    def test_site_url_from_canonicals(self):
        def page(path):
            return f"<title>t {path}</title><meta name=description content=d><link rel='x Canonical' href='https://h.example/docs/{path}'>"

        rows = self.found({"index.html": page(""), "a/b.html": page("a/b"), "c.html": page("c.html") + "<a href=/docs/x>"})
        self.assertEqual((rows, self.url), ([("internal-link-broken", "c.html", "/docs/x", "missing")], "https://h.example/docs/"))

    def test_fragments(self):
        target = "<html><body><p id=x><a name='n n'></a><p id='%41'><p id=é><p id=1><p id=3><template><p id=t></template>"
        good = "# #top #TOP #:~:text=a #x #x:~:text=b #n%20n #n%20n #%41 #%C3%A9 #é #/r #!r #1-3".split(" ")
        bad = ["../b#X", "../b#t", "../b#1-4", "../b#a"]
        files = {"b.html": target, "stub.html": "<meta http-equiv=refresh content='0;url=b.html'><html>", "f.css": "x", "app.html": "<html><div id=root> </div>"}
        hrefs = ["../b" + fragment for fragment in good] + ["../stub#q", "../f.css#q", "../app#q"] + bad
        self.assertEqual([row[0] for row in self.links_of(hrefs, files)], sorted(bad))

    def test_texts(self):
        rows = self.found({
            "a.html": "<html lang=en><title>Same \n x</title>", "b.html": "<html lang=en-GB><title> Same x</title><meta name=Description content=' '>",
            "c.html": "<html lang=de><title>Same x</title><meta name=description content=d>",
            "d.html": "<html lang=en><title>Same x</title><meta name=robots content='x, NOINDEX'>",
            "e.html": "<html lang=en><title>&nbsp;</title><meta name=description content=d>",
            "f.html": "<html><link rel=canonical href=/a.html><title></title>", "g.html": "<html><svg><title>s</title></svg><meta name=description content=d>",
            "404.html": "<html>", "partial.html": "<p><a href=gone>x</a>",
        })  # fmt: skip
        self.assertEqual(rows, [
            ("description-empty", "b.html"), ("description-missing", "a.html"),
            ("not-indexable", "d.html", "noindex"), ("not-indexable", "f.html", "canonical"),
            ("title-duplicate", "a.html", "Same x"), ("title-duplicate", "b.html", "Same x"),
            ("title-empty", "e.html"), ("title-missing", "g.html"),
        ])  # fmt: skip

    def test_headers(self):
        page = "<html><title></title>"
        rows = self.found({
            "a.html": page, "b/c.html": page, "d.html": page, "e.html": page, "f.html": page,
            "_headers": "/a\n  X-Robots-Tag: noindex\n/b/*\n  x-robots-tag: googlebot: none\n/f\n  X-Robots-Tag: bingbot: noindex\n",
            "netlify.toml": "[[headers]]\nfor='/d.html'\n[headers.values]\nX-Robots-Tag='nofollow, noindex'\n",
            "vercel.json": '{"headers":[{"source":"/:path(e|x).html","headers":[{"key":"X-Robots-Tag","value":"noindex"}]}]}',
        })  # fmt: skip
        self.assertEqual([row[1] for row in rows if row[0] == "not-indexable"], ["a.html", "b/c.html", "d.html", "e.html"])

    def test_images(self):
        rows = self.found({"a.html": TEXT % "a" + (
            "<img src=1><img src=2 alt><img src=3 role=none><img src=4 aria-hidden=true><img src=5 aria-label=x><img><input type=IMAGE src=6>"
            "<map><area href=# ><area></map><svg><image src=7></image></svg><noscript><img src=8></noscript>"
        )})  # fmt: skip
        self.assertEqual([row[2:] for row in rows], [(), ("#",), ("1",), ("6",)])

    def test_links_out_of_the_folder(self):
        with tempfile.TemporaryDirectory() as parent:
            os.makedirs(parent + "/in/sub")
            for path, content in {"/out.html": "x", "/in/a.html": TEXT % "a" + "<a href=o.html>1</a><a href=i.html>2</a>", "/in/b.html": "x"}.items():
                with open(parent + path, "w", encoding="utf-8") as file:
                    file.write(content)
            os.symlink("../out.html", parent + "/in/o.html")
            os.symlink("b.html", parent + "/in/i.html")
            os.symlink("..", parent + "/in/sub/loop")
            rows, _ = audit(parent + "/in")
            self.assertEqual(rows, [("internal-link-broken", "a.html", "o.html", "missing")])


if __name__ == "__main__":
    unittest.main()
