"""What one page says: the facts that the rules need, from its bytes alone."""
import re
from dataclasses import dataclass, field

import addresses
from elements import HTML, SVG
from encodings_of_html import text_of
from tokens import SPACE
from tree import parse

URL_KEY = re.compile(r"url[\t\n\f\r ]*=[\t\n\f\r ]*", re.I | re.A)


@dataclass
class Page:
    is_document: bool = False
    base: str | None = None
    titles: list = field(default_factory=list)
    descriptions: list = field(default_factory=list)
    robots: list = field(default_factory=list)
    canonicals: list = field(default_factory=list)
    refresh: str | None = None
    language: str = ""
    links: list = field(default_factory=list)
    anchors: set = field(default_factory=set)
    images_without_alt: list = field(default_factory=list)
    has_empty_root: bool = False


def read(content, head_only=False):
    built = parse(text_of(content), head_only)
    page = Page(is_document=built.has_document_tag, has_empty_root=built.has_empty_root)
    refreshes = False
    for element in built.elements:
        name, attributes = element.name, element.attributes
        if attributes.get("id"):
            page.anchors.add(attributes["id"])
        if element.namespace == SVG and name == "a":
            href = attributes.get("href", attributes.get("xlink:href"))
            if href is not None:
                page.links.append(href)
        if element.namespace != HTML:
            continue
        if name in {"a", "area"} and "href" in attributes:
            page.links.append(attributes["href"])
        if name == "a" and attributes.get("name"):
            page.anchors.add(attributes["name"])
        if name in {"img", "area", "input"}:
            judge_image(page, name, attributes)
        elif name == "title":
            page.titles.append(element.text)
        elif name == "base" and page.base is None:
            page.base = attributes.get("href")
        elif name == "html":
            page.language = attributes.get("lang", "")
        elif name == "link" and element.in_head and "href" in attributes:
            if "canonical" in lower(attributes.get("rel", "")).split():
                page.canonicals.append(attributes["href"])
        elif name == "meta":
            read_meta(page, attributes)
            if not refreshes and lower(attributes.get("http-equiv", "")) == "refresh":
                refreshes, page.refresh = refresh_of(attributes.get("content", ""))
    return page


def lower(text):
    return text.lower() if text.isascii() else "".join(mark.lower() if mark.isascii() else mark for mark in text)


def read_meta(page, attributes):
    name, content = lower(attributes.get("name", "")), attributes.get("content", "")
    if name == "description":
        page.descriptions.append(content)
    elif name in {"robots", "googlebot"}:
        page.robots.append(content)


def judge_image(page, name, attributes):
    if name == "input" and lower(attributes.get("type", "")) != "image":
        return
    if name == "area" and "href" not in attributes:
        return
    roles = lower(attributes.get("role", "")).split()
    if "alt" in attributes or "none" in roles or "presentation" in roles:
        return
    if lower(attributes.get("aria-hidden", "")).strip(SPACE) == "true" or attributes.get("aria-label", "").strip():
        return
    page.images_without_alt.append(attributes.get("href" if name == "area" else "src"))


def refresh_of(content):
    """(whether it refreshes, to which URL) by the shared declarative refresh steps of the HTML Standard."""
    time = re.match(r"[\t\n\f\r ]*(?:[0-9]+|(?=\.))[0-9.]*", content)
    if not time:
        return False, None
    rest = content[time.end() :]
    if rest and rest[0] not in ";,\t\n\f\r ":
        return False, None
    url = rest.lstrip("\t\n\f\r ")
    if url[:1] in {";", ","}:
        url = url[1:].lstrip("\t\n\f\r ")
    if url == "":
        return True, None
    if found := URL_KEY.match(url):
        url = url[found.end() :]
    if url[:1] in {"'", '"'}:
        url = url[1:].partition(url[0])[0]
    return True, url


def base_of(page, url):
    """The document's base URL: data: and javascript: don't serve as one."""
    if page.base is None:
        return url
    base = addresses.parse(page.base, url)
    return url if base is None or base.scheme in {"data", "javascript"} else base
