"""X-Robots-Tag from the files by which hosts are told to send headers.

_headers (Netlify, Cloudflare), netlify.toml, vercel.json and staticwebapp.config.json.
"""
import json
import os
import re
import tomllib

NAME = "x-robots-tag"


def rules_of(files):
    """(pattern of the URL path, value) of every X-Robots-Tag that a file in the folder's root sets."""
    rules = []
    for name, read in (
        ("_headers", from_headers),
        ("netlify.toml", from_netlify),
        ("vercel.json", from_vercel),
        ("staticwebapp.config.json", from_static_web_app),
    ):
        if name in files.files:
            with open(os.path.join(files.folder, name), encoding="utf-8", errors="replace") as file:
                try:
                    rules += [(re.compile(pattern), value) for pattern, value in read(file.read())]
                except (ValueError, AttributeError, TypeError, re.error):
                    continue
    return rules


def values_for(rules, paths):
    return [value for pattern, value in rules if any(pattern.fullmatch(path) for path in paths)]


def wildcard(text):
    """`*` and, as a whole segment, `:name`."""
    parts = re.split(r"(\*|(?<=/):\w+)", text)
    return "".join(".*" if part == "*" else "[^/]+" if part.startswith(":") else re.escape(part) for part in parts)


def from_headers(text):
    pattern = None
    for line in text.splitlines():
        if not line.strip() or line.strip().startswith("#"):
            continue
        if not line[0].isspace():
            pattern = wildcard(re.sub(r"^https?://[^/]+", "", line.strip()))
        elif pattern is not None:
            key, _, value = line.strip().partition(":")
            if key.strip().lower() == NAME:
                yield pattern, value.strip()


def from_netlify(text):
    for entry in tomllib.loads(text).get("headers", []):
        for key, value in entry.get("values", {}).items():
            if key.lower() == NAME:
                for one in value if isinstance(value, list) else [value]:
                    yield wildcard(entry["for"]), str(one)


def from_vercel(text):
    for entry in json.loads(text).get("headers", []):
        if "has" in entry or "missing" in entry:
            continue
        for header in entry.get("headers", []):
            if header["key"].lower() == NAME:
                yield path_to_regexp(entry["source"]), header["value"]


def path_to_regexp(source):
    """Vercel's sources: groups stay, `:name` is a segment, `:name*` any number of them."""
    with_groups = re.sub(r"/:\w+\((.*?)\)", r"/(?:\1)", source)
    with_many = re.sub(r"/:\w+([*+])", lambda found: "(?:/.*)?" if found[1] == "*" else "/.+", with_groups)
    return re.sub(r"/:\w+", "/[^/]+", with_many)


def from_static_web_app(text):
    config = json.loads(text)
    for key, value in config.get("globalHeaders", {}).items():
        if key.lower() == NAME:
            yield ".*", value
    for route in config.get("routes", []):
        for key, value in route.get("headers", {}).items():
            if key.lower() == NAME:
                yield wildcard(route["route"]), value
