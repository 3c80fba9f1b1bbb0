"""Bytes of a page to text: byte order mark, then a label in the first 1024 bytes, then UTF-8 or windows-1252."""
import codecs
import re

BOMS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
WINDOWS_1252 = set(
    """ansi_x3.4-1968 ascii cp1252 cp819 csisolatin1 ibm819 iso-8859-1 iso-ir-100 iso8859-1 iso88591 iso_8859-1
    iso_8859-1:1987 l1 latin1 us-ascii windows-1252 x-cp1252 x-user-defined""".split()
)
# Labels whose encoding (WHATWG Encoding Standard, section 4.2) Python knows under another name.
RENAMED = {
    "gb2312": "gb18030", "gbk": "gb18030", "chinese": "gb18030", "gb_2312-80": "gb18030", "x-gbk": "gb18030",
    "shift_jis": "cp932", "sjis": "cp932", "x-sjis": "cp932", "shift-jis": "cp932", "windows-31j": "cp932",
    "euc-kr": "cp949", "ks_c_5601-1987": "cp949", "korean": "cp949", "ksc5601": "cp949", "windows-949": "cp949",
    "big5": "big5hkscs", "x-x-big5": "big5hkscs", "iso-8859-9": "cp1254", "latin5": "cp1254",
    "iso-8859-11": "cp874", "tis-620": "cp874", "windows-874": "cp874", "macintosh": "mac_roman",
    "x-mac-cyrillic": "mac_cyrillic", "iso-8859-8-i": "iso-8859-8", "logical": "iso-8859-8",
}  # fmt: skip
KNOWN = re.compile(
    r"iso-?_?8859-\d+|windows-125\d|koi8-[ru]|euc-jp|iso-2022-jp|ibm866|cp\d+|mac_\w+|gb18030|big5hkscs|big5"
)
META = re.compile(rb"<meta[\t\n\f\r /]", re.I)
TAG = re.compile(rb"</?[A-Za-z][^\t\n\f\r >]*+")
ATTRIBUTE = re.compile(
    rb"""[\t\n\f\r /]*+([^\t\n\f\r />][^\t\n\f\r />=]*+)
         (?:[\t\n\f\r ]*+=[\t\n\f\r ]*+(?:"([^"]*+)"|'([^']*+)'|(?!["'>])([^\t\n\f\r >]++)|(?=>)|(?P<cut>)))?+""",
    re.VERBOSE,
)
CHARSET = re.compile(
    rb"""charset[\t\n\f\r ]*=[\t\n\f\r ]*(?:"([^"]*)"|'([^']*)'|([^\t\n\f\r ;"'][^\t\n\f\r ;]*))""", re.I
)
XML = re.compile(rb"<\?xml[^>]*?encoding[\x00-\x20]*=[\x00-\x20]*(?:\"([^\"> ]*)\"|'([^'> ]*)')")


def text_of(content):
    for mark, name in BOMS:
        if content.startswith(mark):
            return content[len(mark) :].decode(name, "replace")
    name = declared(content[:1024])
    if name == "windows-1252":
        return windows_1252(content)
    if name is not None:
        return content.decode(name, "replace")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return windows_1252(content)


def windows_1252(content):
    """The WHATWG mapping: the five bytes that the code page leaves open are C1 controls."""
    return content.decode("windows-1252", "c1")


codecs.register_error("c1", lambda error: (chr(error.object[error.start]), error.start + 1))


def declared(start):
    """The prescan of HTML Standard, section 13.2.3.2."""
    at = 0
    while at < len(start):
        at = start.find(b"<", at)
        if at < 0:
            break
        if start.startswith(b"<!--", at):
            # The dashes that open a comment may be those that end it.
            end = start.find(b"-->", at + 2)
            if end < 0:
                break
            at = end + 3
        elif META.match(start, at):
            attributes, at = attributes_of(start, at + 6)
            name = named_by(attributes)
            if name is not None:
                return name
        elif tag := TAG.match(start, at):
            _, at = attributes_of(start, tag.end())
        elif start[at + 1 : at + 2] in (b"!", b"/", b"?"):
            end = start.find(b">", at)
            if end < 0:
                break
            at = end + 1
        else:
            at += 1
    xml = XML.match(start)
    return python_name((xml[1] or xml[2] or b"")) if xml else None


def attributes_of(start, at):
    attributes = {}
    while found := ATTRIBUTE.match(start, at):
        if found["cut"] is not None:
            return {}, len(start)
        at = found.end()
        key, double, single, bare, _ = found.groups()
        attributes.setdefault(key.lower(), double or single or bare or b"")
    return attributes, at


def named_by(attributes):
    if b"charset" in attributes:
        return python_name(attributes[b"charset"])
    if attributes.get(b"http-equiv", b"").lower() == b"content-type":
        found = CHARSET.search(attributes.get(b"content", b""))
        if found:
            return python_name(next(group for group in found.groups() if group is not None))
    return None


def python_name(label):
    label = label.strip(b"\t\n\f\r ").decode("ascii", "replace").lower()
    if label in WINDOWS_1252:
        return "windows-1252"
    if label in {"utf8", "unicode-1-1-utf-8", "utf-8", "x-unicode20utf8", "unicode"} or label.startswith("utf-16"):
        return "utf-8"
    label = RENAMED.get(label, label)
    if not KNOWN.fullmatch(label):
        return None
    try:
        return codecs.lookup(label).name
    except LookupError:
        return None
