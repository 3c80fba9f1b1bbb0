"""The files of a site and what a URL's path means among them."""
import os
import unicodedata
from urllib.parse import unquote_to_bytes

NOT_SCANNED = {"node_modules", ".git", "_next"}
# Written by a framework for the server, not for a visitor.
NOT_PAGES = {"404.html", "500.html", "404/index.html", "_global-error.html"}


class Files:
    """Paths relative to the folder, with `/`; names that aren't UTF-8 keep their bytes as surrogates."""

    def __init__(self, folder):
        self.folder = os.path.realpath(folder)
        self.files, self.folders = set(), {""}
        self._walk(self.folder, "", (self.folder,))
        self._folded = None

    def _walk(self, folder, prefix, ancestors):
        with os.scandir(folder) as entries:
            for entry in entries:
                path, target = prefix + entry.name, entry.path
                if entry.is_symlink():
                    target = os.path.realpath(entry.path)
                    if os.path.commonpath([target, self.folder]) != self.folder:
                        continue
                if os.path.isfile(target):
                    self.files.add(path)
                elif os.path.isdir(target) and (not entry.is_symlink() or target not in ancestors):
                    self.folders.add(path)
                    self._walk(target, path + "/", (*ancestors, os.path.realpath(target)))

    def html(self):
        return sorted(path for path in self.files if is_html(path) and NOT_SCANNED.isdisjoint(path.split("/")[:-1]))

    def index_of(self, folder):
        """The page that a server sends for a folder."""
        path = folder + "/index.html" if folder else "index.html"
        return path if path in self.files else None

    def find(self, path):
        """("ok" | "slash", file) or (reason, None) for a path below the site's root, decoded."""
        parts = path.split("/")
        if "\0" in path or "." in parts or ".." in parts:
            return "missing", None
        slash = path.endswith("/") or path == ""
        # A doubled slash names the same file to a file system.
        path = "/".join(part for part in parts if part)
        found = self._exactly(path, slash)
        if found:
            return found
        if path in self.folders:
            return "directory-without-index", None
        return self._almost(path, slash), None

    def _exactly(self, path, slash):
        if not slash and path in self.files:
            return "ok", path
        if path in self.folders and (index := self.index_of(path)):
            return "ok", index
        if path and path + ".html" in self.files:
            return "slash" if slash else "ok", path + ".html"
        return None

    def _almost(self, path, slash):
        if self._folded is None:
            self._folded = {"normalization-mismatch": set(), "case-mismatch": set()}
            for known in self.files:
                self._folded["normalization-mismatch"].add(nfc(known))
                self._folded["case-mismatch"].add(nfc(known).lower())
        forms = [path + "/index.html", path + ".html"] + ([] if slash else [path])
        for reason, fold in (("normalization-mismatch", nfc), ("case-mismatch", lambda text: nfc(text).lower())):
            if any(fold(form) in self._folded[reason] for form in forms):
                return reason
        return "missing"


def nfc(text):
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def is_html(path):
    return path.lower().endswith((".html", ".htm"))


def is_never_page(path):
    name = path.rsplit("/", 1)[-1]
    return path in NOT_PAGES or name in {"404.html", "500.html"} or name.startswith(("_not-found", "__next."))


def decoded_path(path):
    """Percent-decoded once; bytes that aren't UTF-8 stay themselves, as in file names."""
    return os.fsdecode(unquote_to_bytes(path)) if "%" in path else path
