"""Tokens of an HTML document by the tokenizer of the HTML Standard (section 13.2.5).

The standard library's html.parser isn't used: where comments, raw text and script data end differs
from the standard there, and between patch releases of one Python version. Only the standard
library's table of named character references is taken.
"""
import html.entities
import re

SPACE = "\t\n\f "

ATTRIBUTE = re.compile(
    r"""[\t\n\f /]*+([^\t\n\f />][^\t\n\f />=]*+)
        (?:[\t\n\f ]*+=[\t\n\f ]*+(?:"([^"]*+)"|'([^']*+)'|(?!["'>])([^\t\n\f >]++)|(?=>)|(?P<cut>)))?+""",
    re.VERBOSE,
)
TAG_NAME = re.compile(r"[A-Za-z][^\t\n\f />]*+")
TAG_END = re.compile(r"[\t\n\f /]*+>")
SCRIPT_DATA = re.compile(r"<!--|</script(?=[\t\n\f />])", re.I | re.A)
SCRIPT_ESCAPED = re.compile(r"-->|</?script(?=[\t\n\f />])", re.I | re.A)
COMMENT_END = re.compile(r"--!?>")
UPPER = {code: code + 32 for code in range(65, 91)} | {0: 0xFFFD}


class Tokenizer:
    """Reads one token at a time; the tree builder says where raw text stands and what CDATA means."""

    def __init__(self, text):
        self.text = text.replace("\r\n", "\n").replace("\r", "\n")
        self.position = 0

    def next(self, in_foreign_content):
        """("text", str), ("start", name, attributes, self_closing), ("end", name) or None at the end.

        Comments and the doctype come as ("comment",).
        """
        text, at = self.text, self.position
        if at >= len(text):
            return None
        if text[at] != "<":
            end = text.find("<", at)
            self.position = len(text) if end < 0 else end
            return ("text", text[at : self.position])
        following = text[at + 1 : at + 2]
        if following.isascii() and following.isalpha():
            return self._tag(at + 1)
        if following == "/":
            after = text[at + 2 : at + 3]
            if after.isascii() and after.isalpha():
                return self._tag(at + 2)
            if after == "":
                return self._skip_to(len(text), ("text", "</"))
            return self._skip_past(">", at + 2)
        if following == "?":
            return self._skip_past(">", at + 1)
        if following == "!":
            return self._declaration(at, in_foreign_content)
        self.position = at + 1
        return ("text", "<")

    def raw_text(self, name):
        """The characters up to the end tag of that name, which is the next token."""
        end = re.compile("</" + name + r"(?=[\t\n\f />])", re.I | re.A).search(self.text, self.position)
        return self._take(end.start() if end else len(self.text))

    def script_data(self):
        """As raw_text, with the states that `<!--` and a `<script` within it open."""
        at = self.position
        while True:
            found = SCRIPT_DATA.search(self.text, at)
            if not found:
                return self._take(len(self.text))
            if found.group() != "<!--":
                return self._take(found.start())
            # The dashes of `<!--` may be the first of `-->`.
            at, double_escaped = found.start() + 2, False
            while True:
                found = SCRIPT_ESCAPED.search(self.text, at)
                if not found:
                    return self._take(len(self.text))
                at = found.end()
                if found.group() == "-->":
                    break
                closes = found.group()[1] == "/"
                if closes and not double_escaped:
                    return self._take(found.start())
                double_escaped = not closes

    def rest(self):
        return self._take(len(self.text))

    def _take(self, end):
        taken = self.text[self.position : end]
        self.position = end
        return taken

    def _skip_to(self, end, token=("comment",)):
        self.position = end
        return token

    def _skip_past(self, mark, start):
        end = self.text.find(mark, start)
        return self._skip_to(len(self.text) if end < 0 else end + len(mark))

    def _declaration(self, at, in_foreign_content):
        text = self.text
        if text.startswith("--", at + 2):
            for abrupt in (">", "->"):
                if text.startswith(abrupt, at + 4):
                    return self._skip_to(at + 4 + len(abrupt))
            end = COMMENT_END.search(text, at + 4)
            return self._skip_to(end.end() if end else len(text))
        if in_foreign_content and text.startswith("[CDATA[", at + 2):
            end = text.find("]]>", at + 9)
            content = text[at + 9 : len(text) if end < 0 else end]
            # Its characters are themselves: no reference is decoded.
            return self._skip_to(len(text) if end < 0 else end + 3, ("text", content.replace("&", "&amp;")))
        return self._skip_past(">", at + 2)

    def _tag(self, start):
        text = self.text
        name = TAG_NAME.match(text, start)
        at = name.end()
        attributes = {}
        while True:
            found = ATTRIBUTE.match(text, at)
            if not found:
                break
            if found["cut"] is not None:
                return self._skip_to(len(text), ("text", ""))
            at = found.end()
            key, double, single, bare, _ = found.groups()
            key = key.translate(UPPER)
            if key not in attributes:
                value = double or single or bare or ""
                if "\0" in value:
                    value = value.replace("\0", "\ufffd")
                attributes[key] = decode(value, True) if "&" in value else value
        end = TAG_END.match(text, at)
        if not end:
            return self._skip_to(len(text), ("text", ""))
        self.position = end.end()
        tag_name = name.group().translate(UPPER)
        if text[start - 1] == "/":
            return ("end", tag_name)
        return ("start", tag_name, attributes, end.end() - at > 1 and text[end.end() - 2] == "/")


REFERENCE = re.compile(r"&(?:#[xX]([0-9a-fA-F]++);?|#([0-9]++);?|([A-Za-z][A-Za-z0-9]{0,40};?))")


def decode(text, in_attribute):
    """Text with its character references resolved (HTML Standard, section 13.2.5.72)."""

    def replacement(found):
        hexadecimal, decimal, name = found.groups()
        if name is None:
            return numeric(int(hexadecimal[-12:], 16) if hexadecimal else int(decimal[-12:]), found)
        for length in range(len(name), 1, -1):
            value = html.entities.html5.get(name[:length])
            if value is None:
                continue
            if in_attribute and name[length - 1] != ";":
                following = name[length:] or text[found.end() : found.end() + 1]
                if following[:1] == "=" or (following[:1].isascii() and following[:1].isalnum()):
                    return found.group()
            return value + name[length:]
        return found.group()

    return REFERENCE.sub(replacement, text)


def numeric(code, found):
    digits = (found.group(1) or found.group(2)).lstrip("0")
    if len(digits) > 8 or code == 0 or code > 0x10FFFF or 0xD800 <= code <= 0xDFFF:
        return "\ufffd"
    if 0x80 <= code <= 0x9F:
        return bytes([code]).decode("windows-1252", "ignore") or chr(code)
    return chr(code)
