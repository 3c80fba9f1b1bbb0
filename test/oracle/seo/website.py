"""Where a site lives, and which of its URLs are its own."""
import os
import re
from collections import Counter
from urllib.parse import quote
from xml.etree import ElementTree

import addresses
from files import decoded_path

UNKNOWN = addresses.parse("https://site.invalid/")


class Site:
    def __init__(self, files, url=None):
        """url: an Url whose path ends with a slash, or None where nobody knows it."""
        self.files = files
        self.is_known = url is not None
        self.url = url or UNKNOWN
        self.prefix = decoded_path(self.url.path)
        self._found = {}

    def url_of(self, page):
        return self.url._replace(path=self.url.path + quote(os.fsencode(page), safe="/!$&'()*+,;=:@~"))

    def path_of(self, url):
        """The path below the site's root, decoded, or None for a URL that isn't the site's."""
        if url.scheme not in {"http", "https"} or not self._same_host(url):
            return None
        path = decoded_path(url.path)
        if path == self.prefix[:-1]:
            return ""
        return path[len(self.prefix) :] if path.startswith(self.prefix) else None

    def _same_host(self, url):
        if not self.is_known:
            return url.scheme == self.url.scheme and url.host == self.url.host and url.port is None
        return without_www(url.host) == without_www(self.url.host) and url.port == self.url.port

    def find(self, path):
        found = self._found.get(path)
        if found is None:
            found = self._found[path] = self.files.find(path)
        return found


def without_www(host):
    return host[4:] if host.startswith("www.") else host


def given(text):
    url = addresses.parse(text)
    if url is None or not url.host:
        raise SystemExit(f"not a site's URL: {text}")
    return url._replace(path=url.path if url.path.endswith("/") else url.path + "/", query=None, fragment=None)


def from_canonicals(canonicals):
    """The prefix that more than half of the absolute canonical URLs share. canonicals: (page, Url)."""
    prefixes = Counter()
    for page, url in canonicals:
        path = decoded_path(url.path)
        for form in forms_of(page):
            if path.endswith("/" + form):
                prefixes[prefix_before(url, form)] += 1
                break
        else:
            prefixes[None] += 1
    return majority(prefixes)


def prefix_before(url, form):
    """The URL without the segments of a form of a page's path, however they are percent-encoded."""
    kept = url.path.split("/")[: -1 - form.count("/")]
    return url._replace(path="/".join(kept) + "/", query=None, fragment=None)


def majority(counter):
    if not counter:
        return None
    best, count = max(counter.items(), key=lambda item: (item[1], str(item[0])))
    return best if count * 2 > sum(counter.values()) and best is not None and best.path.endswith("/") else None


def forms_of(page):
    """How URLs end that name this page, longest first."""
    yield page
    if page.endswith(".html"):
        yield page[:-5]
    if page == "index.html" or page.endswith("/index.html"):
        yield page[:-10]
        if page != "index.html":
            yield page[:-11]


def from_sitemap(files):
    prefixes = Counter()
    for name in sorted(files.files):
        if not re.fullmatch(r"sitemap[^/]*\.xml", name):
            continue
        try:
            root = ElementTree.parse(os.path.join(files.folder, name)).getroot()
        except ElementTree.ParseError:
            continue
        for loc in root.iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc"):
            url = addresses.parse((loc.text or "").strip())
            if url is None or not url.host:
                continue
            prefixes[prefix_by_files(url, files)] += 1
    return majority(prefixes)


def prefix_by_files(url, files):
    """The shortest prefix of the URL after which the rest names a file."""
    for at in [index for index, mark in enumerate(url.path) if mark == "/"]:
        if files.find(decoded_path(url.path[at + 1 :]))[1] is not None:
            return url._replace(path=url.path[: at + 1], query=None, fragment=None)
    return None


def from_cname(files):
    if "CNAME" not in files.files:
        return None
    with open(os.path.join(files.folder, "CNAME"), encoding="utf-8", errors="replace") as file:
        return addresses.parse(f"https://{file.read(300).strip()}/")
