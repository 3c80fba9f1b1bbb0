"""Holds this reading of HTML and URLs against Chromium's and prints every difference.

    python3 against_browser.py [COUNT] [SEED]     random pages of the pieces that parsers disagree on, and hrefs
    python3 against_browser.py --files FOLDER [N] every page of a folder, or every Nth
    python3 against_browser.py --fragments FOLDER [SITE_URL] < findings.jsonl
                                                  whether the fragments that audit.py calls broken are

Needs Node, Chromium and the development dependencies.
"""
import json
import os
import random
import subprocess
import sys
from urllib.parse import unquote, urlsplit

import addresses
import page as pages
import website
from encodings_of_html import BOMS, declared
from files import Files

NAMES = """a b p div span td tr table tbody caption col colgroup th thead select option optgroup form button
    input li ul dd dt dl h1 h2 svg math mi mo mtext annotation-xml foreignObject desc title style script noscript
    template textarea iframe noframes noembed xmp object nobr font i em br img image area hr frameset frame head
    body html base meta link plaintext ruby rb rt rtc pre listing address details applet marquee center mglyph""".split()
RARELY = {"plaintext", "frameset", "frame", "html", "head", "body", "base"}
TEXTS = [
    "x", " ", "\n", "&amp", "&copy;", "&#0;", "&#x80;", "&notit;", "<", "</>", "</ x>", "<!-- c -->",
    "<!-->", "<!--->", "<!-- --!>", "<!--", "-->", "<!x>", "<?y>", "<![CDATA[ ", "]]>", "<!doctype html>",
    "<!-- <script> ", "\0", "\r\n", "<!---- >", "--!>", "<", "=", "'", '"', "/>", "&",
    "<script><!--", "<script><!-- <script>", "</script>", "</script >", "<script>", "--></script>", "<table><tr><td>",
    "<select><option>", "<svg>", "<math><mi>", "<a href=w1><div>", "</a>", "<template>", "</template>", "<title>",
    "</title>", "<noscript><a href=w2>", "</noscript>", "<body>",
]  # fmt: skip
ENDINGS = ["", "", "&amp;b", "&copy=2", "&copyx", "&lt", "&ampb", "&#65", "&bogus;", "\0", ">", "/"]
KEYS = {"a": ["href", "href", "name", "HREF"], "img": ["src", "alt"], "meta": ["content"], "font": ["size"]}
SEPARATORS = [" ", " ", " ", "\n", "/", "\t", "\f"]
HREFS = [
    "a", "/", "//", "\\", "..", ".", "%2e", "%2E%2e", "?", "#", ":", "http:", "https:", "HTTPS:", "site.invalid",
    ":443", ":80", "@", "u:p@", " ", "\t", "\n", "é", "%", "%41", "%zz", "x.html", "&", "=", "foo:", "[::1]", "1.2", "0x7f",
    "|", "^", "`", "{", "~", "'", '"', "<", ";", "\u00ad", "。", "\ufffd",
]  # fmt: skip


def value_of(chance, unique):
    value = f"v{unique}" + chance.choice(ENDINGS)
    quote = chance.choice(['"', "'", "", '"', '"'])
    return quote + value + quote


def tag(chance, unique):
    name = chance.choice(NAMES)
    if name in RARELY and chance.random() < 0.8:
        name = "p"
    if chance.random() < 0.35:
        return "</" + name + chance.choice(["", "", "", " ", " x", "/", ' x=">"']) + ">"
    parts = [chance.choice([name, name, name.upper()])]
    for key in chance.sample(["id", "id", "class", "x", *KEYS.get(name.lower(), [])], chance.randrange(0, 3)):
        separator, equals = chance.choice(SEPARATORS), chance.choice(["=", "=", "=", " = "])
        parts.append(separator + key + equals + value_of(chance, unique()))
    if name == "annotation-xml":
        parts.append(" encoding=text/html")
    if name == "meta":
        parts.append(" name=description")
    if name == "input":
        parts.append(chance.choice([" type=hidden", "", " type=image"]))
    return "<" + "".join(parts) + chance.choice([">", ">", ">", ">", "/>", " />", "/ >", ""])


def document(chance):
    count = [0]

    def unique():
        count[0] += 1
        return count[0]

    start = chance.choice(["", "<!doctype html>", "<!doctype html><html><head>", "<!doctype html><body>"])
    return start + "".join(
        chance.choice(TEXTS) if chance.random() < 0.25 else tag(chance, unique) for _ in range(chance.randrange(1, 30))
    )


def read(html):
    page = pages.read(html.encode("utf-8"))
    return {
        "titles": page.titles,
        "links": sorted(set(page.links)),
        "ids": sorted(page.anchors),
        "metas": page.descriptions,
    }


def ask(questions):
    program = os.path.join(os.path.dirname(os.path.abspath(__file__)), "browser.mjs")
    lines = "".join(json.dumps(question) + "\n" for question in questions)
    answered = subprocess.run(["node", program], input=lines, stdout=subprocess.PIPE, encoding="utf-8", check=True)
    return [json.loads(line) for line in answered.stdout.split("\n") if line]


def compare_pages(chance, count):
    documents = [document(chance) for _ in range(count)]
    wanted = {"titles": True, "links": True, "ids": True, "metas": "description"}
    asked = {"contentType": "text/html; charset=utf-8", "ask": wanted}
    answers = ask([{"html": html, **asked} for html in documents])
    for html, answer in zip(documents, answers, strict=True):
        answer["links"] = sorted({link["href"] for link in answer["links"]})
        # JavaScript sorts by UTF-16 code units.
        answer["ids"] = sorted(answer["ids"])
        ours = read(html)
        differing = {key: {"here": ours[key], "browser": answer[key]} for key in ours if ours[key] != answer[key]}
        if differing:
            yield {"html": html, **differing}


def compare_hrefs(chance, count):
    base = addresses.parse("https://site.invalid/shop/page.html?q=1")
    hrefs = ["".join(chance.choice(HREFS) for _ in range(chance.randrange(1, 7))) for _ in range(count)]
    answers = ask([{"html": "x", "url": str(base), "ask": {"hrefs": hrefs}}])[0]["hrefs"]
    for href, answer in zip(hrefs, answers, strict=True):
        url = addresses.parse(href, base)
        # Only the site's own URLs matter, and of them what a server is asked for: Chromium escapes `|`.
        here = unquote(str(url)) if url is not None and url.host == base.host else None
        theirs = urlsplit(answer or "")
        is_own = theirs.scheme in {"http", "https"} and theirs.hostname == base.host
        if here != (unquote(without_userinfo(answer)) if is_own else None):
            yield {"href": href, "here": url and str(url), "browser": answer}


def compare_files(folder, every=1):
    files = Files(folder)
    paths = files.html()[:: int(every)]
    wanted = {"titles": True, "links": True, "ids": True, "metas": "description"}
    questions = [{**question_of(os.path.join(files.folder, path)), "ask": wanted} for path in paths]
    for path, answer in zip(paths, ask(questions), strict=True):
        with open(os.path.join(files.folder, path), "rb") as file:
            page = pages.read(file.read())
        here = {
            "titles": page.titles,
            "links": page.links,
            "ids": sorted(page.anchors),
            "metas": page.descriptions,
        }
        there = {
            **{key: answer[key] for key in ("titles", "metas")},
            "links": [link["href"] for link in answer["links"]],
            "ids": sorted(answer["ids"]),
        }
        for key in here:
            if here[key] != there[key]:
                yield {"page": path, "fact": key, "here": len(here[key]), "browser": len(there[key])}


def question_of(path):
    """A page that doesn't name its encoding is read as UTF-8 here, but as windows-1252 by a browser."""
    with open(path, "rb") as file:
        start = file.read(1024)
    named = declared(start) is not None or start.startswith(tuple(mark for mark, _ in BOMS))
    return {"file": path, "contentType": "text/html" if named else "text/html; charset=utf-8"}


def compare_fragments(folder, site_url=None):
    files = Files(folder)
    site = website.Site(files, website.given(site_url) if site_url else None)
    asked, bases = {}, {}
    for line in sys.stdin:
        row = json.loads(line)
        if row["rule"] == "internal-fragment-broken":
            if row["page"] not in bases:
                with open(os.path.join(files.folder, row["page"]), "rb") as file:
                    bases[row["page"]] = pages.base_of(pages.read(file.read()), site.url_of(row["page"]))
            url = addresses.parse(row["value"], bases[row["page"]])
            asked.setdefault(site.find(site.path_of(url))[1], []).append((row, url.fragment))
    questions = [
        {**question_of(os.path.join(files.folder, path)), "ask": {"indicated": [fragment for _, fragment in rows]}}
        for path, rows in asked.items()
    ]
    for rows, answer in zip(asked.values(), ask(questions), strict=True):
        yield from (row for (row, _), indicated in zip(rows, answer["indicated"], strict=True) if indicated)


def without_userinfo(text):
    scheme, _, rest = text.partition("://")
    authority, slash, path = rest.partition("/")
    return f"{scheme}://{authority.rpartition('@')[2]}{slash}{path}"


def compare_random(count="500", seed="1"):
    chance = random.Random(int(seed))
    yield from compare_pages(chance, int(count))
    yield from compare_hrefs(chance, int(count) * 10)


def main(arguments):
    modes = {"--files": compare_files, "--fragments": compare_fragments}
    compare = modes.get(arguments[0] if arguments else "")
    count = 0
    for difference in compare_random(*arguments) if compare is None else compare(*arguments[1:]):
        count += 1
        print(json.dumps(difference, ensure_ascii=True))
    print(f"{count} differences", file=sys.stderr)
    return 1 if count else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
