"""A second, independent reading of a static site: python3 audit.py FOLDER [SITE_URL] > findings.jsonl

Shares no code with growth. Prints a line of JSON for each occurrence, sorted, and the counts per rule
to standard error. Where growth and this differ, browser.mjs tells which of them is right.
"""
import json
import os
import re
import sys
import time
import unicodedata
from collections import Counter, defaultdict
from multiprocessing import Pool
from urllib.parse import unquote_to_bytes

import addresses
import headers
import page as pages
import website
from files import Files, is_html, is_never_page

LINE_RANGE = re.compile(r"([0-9]+)-([0-9]+)")


def audit(folder, site_url=None):
    """(rows, the site's URL or None): rows are (rule, page, value or None, reason or None)."""
    files = Files(folder)
    html = files.html()
    context["files"] = files
    url = website.given(site_url) if site_url else derived_url(files, html)
    context["site"] = website.Site(files, url)
    context["headers"] = headers.rules_of(files)
    rows, targets, pending, titled = [], {}, [], defaultdict(list)
    for path, found in over(read_page, html):
        targets[path] = found["target"]
        rows += found["rows"]
        pending += [(path, *link) for link in found["fragments"]]
        if found["title"] is not None:
            titled[found["title"]].append(path)
    for source, target, fragment, href in pending:
        if target in targets and not lands(fragment, targets[target]):
            rows.append(("internal-fragment-broken", source, href, None))
    for (title, _), paths in titled.items():
        if len(paths) > 1:
            rows += [("title-duplicate", path, title, None) for path in paths]
    return sorted(rows, key=lambda row: tuple(part or "" for part in row)), url


context = {}


def over(task, paths):
    """The task's answers in the order of the paths, from one process a core."""
    workers = min(2, os.cpu_count() or 1)
    if len(paths) < 64 or workers == 1:
        yield from map(task, paths)
        return
    # The children inherit `context` as it is now.
    with Pool(workers) as pool:
        yield from pool.imap(task, paths, chunksize=32)


def derived_url(files, html):
    canonicals = [pair for found in over(read_canonicals, html) for pair in found]
    return website.from_canonicals(canonicals) or website.from_sitemap(files) or website.from_cname(files)


def content_of(path):
    with open(os.path.join(context["files"].folder, path), "rb") as file:
        return file.read()


def read_canonicals(path):
    content = content_of(path)
    if b"canonical" not in content.lower() or is_never_page(path):
        return []
    found = [addresses.parse(href) for href in pages.read(content, head_only=True).canonicals]
    return [(path, url) for url in found if url is not None and url.host]


def read_page(path):
    page = pages.read(content_of(path))
    found = {"rows": [], "fragments": [], "title": None, "target": None}
    if is_stub(page):
        if page.is_document and not is_never_page(path):
            found["rows"].append(("redirect-stub", path, page.refresh, None))
        return path, found
    if not page.has_empty_root:
        found["target"] = page.anchors
    if not page.is_document or is_never_page(path):
        return path, found
    url = context["site"].url_of(path)
    base = pages.base_of(page, url)
    judge_links(found, path, page, base)
    found["rows"] += [("image-alt-missing", path, value, None) for value in page.images_without_alt]
    reason = why_not_indexable(path, page, base)
    if reason:
        found["rows"].append(("not-indexable", path, None, reason))
    else:
        judge_texts(found, path, page)
    return path, found


def is_stub(page):
    return bool(page.refresh) and not page.refresh.lower().startswith("javascript:")


def judge_links(found, path, page, base):
    site = context["site"]
    for href in page.links:
        url = addresses.parse(href, base)
        place = None if url is None else site.path_of(url)
        if place is None:
            continue
        status, target = site.find(place)
        if target is None:
            found["rows"].append(("internal-link-broken", path, href, status))
        elif url.fragment and is_html(target):
            if target != path:
                found["fragments"].append((target, url.fragment, href))
            elif not lands(url.fragment, found["target"]):
                found["rows"].append(("internal-fragment-broken", path, href, None))


def lands(fragment, anchors):
    """anchors: None for a target whose ids a file can't tell, such as a redirect stub."""
    raw = fragment.partition(":~:")[0]
    if anchors is None or raw == "" or raw.startswith(("/", "!")):
        return True
    decoded = unquote_to_bytes(raw).decode("utf-8", "replace")
    if raw in anchors or decoded in anchors or pages.lower(decoded) == "top":
        return True
    lines = LINE_RANGE.fullmatch(decoded)
    return bool(lines) and lines[1] in anchors and lines[2] in anchors


def why_not_indexable(path, page, base):
    site = context["site"]
    urls = ["/" + form for form in website.forms_of(path)]
    sent = [robots_for_google(value) for value in headers.values_for(context["headers"], urls)]
    for value in page.robots + sent:
        if not {"noindex", "none"}.isdisjoint(pages.lower(part).strip() for part in value.split(",")):
            return "noindex"
    for href in page.canonicals:
        url = None if href.strip() == "" else addresses.parse(href, base)
        # A canonical URL of another scheme, such as file:, is none that a search engine could take.
        if url is None or url.scheme not in {"http", "https"}:
            continue
        place = site.path_of(url)
        if place is None or site.find(place)[1] != path:
            return "canonical"
    return None


def robots_for_google(value):
    """An X-Robots-Tag may be for one crawler: `googlebot: noindex`."""
    agent = re.match(r"\s*([A-Za-z0-9_-]+)\s*:", value)
    if agent and agent[1].lower() == "googlebot":
        return value[agent.end() :]
    return "" if agent and agent[1].lower() not in {"unavailable_after", "max-snippet"} else value


def judge_texts(found, path, page):
    title = collapsed(page.titles[0]) if page.titles else None
    if title is None:
        found["rows"].append(("title-missing", path, None, None))
    elif title == "":
        found["rows"].append(("title-empty", path, None, None))
    else:
        found["title"] = (title, page.language.strip().partition("-")[0].lower())
    if not page.descriptions:
        found["rows"].append(("description-missing", path, None, None))
    elif not any(collapsed(text) for text in page.descriptions):
        found["rows"].append(("description-empty", path, None, None))


def collapsed(text):
    return unicodedata.normalize("NFC", " ".join(text.split()))


def main(arguments):
    if len(arguments) not in {1, 2}:
        raise SystemExit(__doc__)
    started = time.monotonic()
    rows, url = audit(*arguments)
    # A name that isn't UTF-8 is written with JSON's own escapes.
    sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
    for rule, page, value, reason in rows:
        row = {"rule": rule, "page": page, "value": value, "reason": reason}
        print(json.dumps({key: part for key, part in row.items() if part is not None}, ensure_ascii=False))
    counts = Counter(rule if reason is None else f"{rule} ({reason})" for rule, _, _, reason in rows)
    for rule, count in sorted(counts.items()):
        print(f"{count:8}  {rule}", file=sys.stderr)
    print(f"site {url or 'unknown'}, {time.monotonic() - started:.0f} s", file=sys.stderr)


if __name__ == "__main__":
    main(sys.argv[1:])
