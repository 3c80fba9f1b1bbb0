"""URLs by the WHATWG URL Standard, as far as web pages need them: http and https; others by scheme only."""
import ipaddress
import re
from typing import NamedTuple
from urllib.parse import quote, unquote_to_bytes

DEFAULT_PORTS = {"http": 80, "https": 443, "ws": 80, "wss": 443, "ftp": 21}
SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):", re.A)
CONTROL_OR_SPACE = "".join(map(chr, range(0x21)))
FORBIDDEN_HOST = re.compile(r"[\x00-\x20#/:<>?@\[\\\]^|%\x7f]")
KEPT_IN_PATH = "!$%&'()*+,-./:;=@[\\]_|~"
KEPT_IN_QUERY = "!$%&()*+,-./:;=?@[\\]^_`{|}~"
KEPT_IN_FRAGMENT = "!#$%&'()*+,-./:;=?@[\\]^_{|}~"


class Url(NamedTuple):
    scheme: str
    host: str = ""
    port: int | None = None
    path: str = ""
    query: str | None = None
    fragment: str | None = None

    def __str__(self):
        if self.scheme not in {"http", "https"}:
            return self.scheme + ":"
        port = "" if self.port is None else f":{self.port}"
        query = "" if self.query is None else "?" + self.query
        fragment = "" if self.fragment is None else "#" + self.fragment
        return f"{self.scheme}://{self.host}{port}{self.path}{query}{fragment}"


def parse(text, base=None):
    """The URL, or None where the standard's parser fails. Of schemes but http(s), only the scheme is set."""
    text = text.strip(CONTROL_OR_SPACE)
    if "\n" in text or "\t" in text or "\r" in text:
        text = text.replace("\n", "").replace("\t", "").replace("\r", "")
    scheme, rest = None, text
    if found := SCHEME.match(text):
        scheme, rest = found[1].lower(), text[found.end() :]
        if scheme not in {"http", "https"}:
            return Url(scheme)
    if base is not None and base.scheme not in {"http", "https"}:
        base = None
    rest, fragment = split(rest, "#")
    rest, query = split(rest, "?")
    rest = rest.replace("\\", "/")
    fragment = None if fragment is None else quoted(fragment, KEPT_IN_FRAGMENT)
    query = None if query is None else quoted(query, KEPT_IN_QUERY)
    if scheme is not None and (base is None or scheme != base.scheme or rest.startswith("//")):
        return with_authority(scheme, rest.lstrip("/"), query, fragment)
    if base is None:
        return None
    if rest.startswith("//"):
        return with_authority(base.scheme, rest.lstrip("/"), query, fragment)
    if rest == "":
        return base._replace(query=base.query if query is None else query, fragment=fragment)
    whole = rest if rest.startswith("/") else base.path[: base.path.rfind("/") + 1] + rest
    return base._replace(path=normalized(whole), query=query, fragment=fragment)


def split(text, mark):
    before, found, after = text.partition(mark)
    return before, after if found else None


def quoted(text, kept):
    return text if text.isascii() and text.isalnum() else quote(text, safe=kept, errors="replace")


def with_authority(scheme, rest, query, fragment):
    authority, slash, path = rest.partition("/")
    host, colon, port = authority.rpartition("@")[2], "", ""
    if found := re.search(r":([^:\]]*)$", host):
        host, colon, port = host[: found.start()], ":", found[1]
    if host == "" or (port and not (port.isascii() and port.isdigit())):
        return None
    number = int(port[-6:]) if port and len(port.lstrip("0")) <= 5 else None
    if port and (number is None or number > 65535):
        return None
    host = host_of(host)
    if host is None:
        return None
    number = None if number == DEFAULT_PORTS[scheme] else number
    return Url(scheme, host, number, normalized(slash + path), query, fragment)


def host_of(text):
    if text.startswith("["):
        if not text.endswith("]"):
            return None
        try:
            return f"[{ipaddress.IPv6Address(text[1:-1])}]" if "%" not in text else None
        except ValueError:
            return None
    host = unquote_to_bytes(text).decode("utf-8", "replace")
    if host.isascii():
        host = host.lower()
    else:
        try:
            host = host.encode("idna").decode("ascii").lower()
        except UnicodeError:
            return None
    if host == "" or FORBIDDEN_HOST.search(host):
        return None
    labels = host.split(".")
    if labels[-1] == "" and len(labels) > 1:
        labels.pop()
    if labels[-1].isdigit() or re.fullmatch(r"0x[0-9a-f]*", labels[-1]):
        return ipv4(labels)
    return host


def ipv4(labels):
    if len(labels) > 4:
        return None
    numbers = []
    for label in labels:
        try:
            if label.startswith("0x"):
                numbers.append(int(label[2:] or "0", 16))
            elif not label.isdigit():
                return None
            else:
                numbers.append(int(label, 8 if len(label) > 1 and label[0] == "0" else 10))
        except ValueError:
            return None
    if any(number > 255 for number in numbers[:-1]) or numbers[-1] >= 256 ** (5 - len(numbers)):
        return None
    value = numbers[-1] + sum(number << (8 * (3 - index)) for index, number in enumerate(numbers[:-1]))
    return str(ipaddress.IPv4Address(value))


DOT = {".", "%2e"}
DOTS = {"..", ".%2e", "%2e.", "%2e%2e"}


def normalized(path):
    """The path from its root, without dot segments; `..` stops at the root."""
    segments = []
    parts = (path[1:] if path.startswith("/") else path).split("/")
    for index, part in enumerate(parts):
        lower = part.lower() if "%" in part else part
        last = index == len(parts) - 1
        if lower in DOTS:
            if segments:
                segments.pop()
            if last:
                segments.append("")
        elif lower in DOT:
            if last:
                segments.append("")
        else:
            segments.append(quoted(part, KEPT_IN_PATH))
    return "/" + "/".join(segments)
