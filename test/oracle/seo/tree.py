"""Which elements a browser makes of an HTML document: tree construction of the HTML Standard (13.2.6).

No tree is kept, only the stack of open elements and the list of active formatting elements, and of
each element that stands in the document (not in a template's content) one record. Copies that the
parser makes of misnested formatting elements are not recorded: each record is one tag of the source.
Scripting counts as enabled, so noscript is text. Selects are read as the standard has it since 2025.
"""
import insertion
from elements import (
    APP_ROOTS, BREAKOUT, BUTTON_SCOPE, HTML, IMPLIED_END, INVISIBLE, MATHML, SCOPE, TABLE_SCOPE, Element,
)  # fmt: skip
from formatting import ActiveFormatting
from tokens import SPACE, Tokenizer, decode


def parse(text, head_only=False):
    """The builder after the whole document, or only up to its body."""
    builder = Builder(text)
    builder.run(head_only)
    return builder


class Builder(ActiveFormatting):
    def __init__(self, text):
        self.tokenizer = Tokenizer(text)
        self.stack = []
        self.formatting = []
        self.mode = insertion.before_html
        self.template_modes = []
        self.head = self.form = None
        self.frameset_ok = True
        self.elements = []
        self.body_mark = 0
        self.has_document_tag = False
        self.open_root = None
        self.has_empty_root = False

    def run(self, head_only):
        while True:
            current = self.stack[-1] if self.stack else None
            foreign = current is not None and current.namespace != HTML
            token = self.tokenizer.next(foreign)
            if token is None or (head_only and self.mode is insertion.in_body):
                break
            kind = token[0]
            if kind == "comment":
                continue
            if kind == "text":
                token = ("text", decode(token[1], False) if "&" in token[1] else token[1])
            elif kind == "start" and token[1] in {"html", "head", "body"}:
                self.has_document_tag = True
            if foreign and not self.by_html_rules(current, token):
                self.in_foreign_content(token)
            else:
                self.mode(self, token)
        if self.open_root:
            self.has_empty_root = True

    @staticmethod
    def by_html_rules(current, token):
        kind = token[0]
        if current.is_mathml_text_integration_point():
            return kind == "text" or (kind == "start" and token[1] not in {"mglyph", "malignmark"})
        if current.namespace == MATHML and current.name == "annotation-xml" and token[:2] == ("start", "svg"):
            return True
        return current.is_html_integration_point() and kind in {"start", "text"}

    def in_foreign_content(self, token):
        kind = token[0]
        if kind == "text":
            if token[1].strip(SPACE + "\0"):
                self.frameset_ok = False
                self.see_content()
            return
        name = token[1]
        if kind == "start":
            breaks = name in BREAKOUT or (name == "font" and not {"color", "face", "size"}.isdisjoint(token[2]))
            if not breaks:
                self.insert(name, token[2], self.stack[-1].namespace)
                if token[3]:
                    self.stack.pop()
                return
        if kind == "start" or name in {"br", "p"}:
            while True:
                current = self.stack[-1]
                if current.namespace == HTML or current.is_integration_point():
                    break
                self.stack.pop()
            self.mode(self, token)
            return
        for index in range(len(self.stack) - 1, 0, -1):
            node = self.stack[index]
            if node.namespace == HTML:
                self.mode(self, token)
                return
            if node.name == name:
                del self.stack[index:]
                return

    # Elements

    def insert(self, name, attributes, namespace=HTML):
        element = Element(name, namespace, attributes)
        parent = self.stack[-1] if self.stack else None
        if parent is not None:
            element.in_template = parent.in_template or (parent.name == "template" and parent.namespace == HTML)
            element.in_head = parent is self.head
        if self.open_root is not None and name not in INVISIBLE:
            self.see_content()
        self.stack.append(element)
        if not element.in_template:
            self.elements.append(element)
            if attributes.get("id") in APP_ROOTS and namespace == HTML and name not in {"html", "body"}:
                self.open_root = element
        return element

    def see_content(self):
        if self.open_root is not None:
            if self.open_root not in self.stack:
                self.has_empty_root = True
            self.open_root = None

    def insert_raw(self, name, attributes):
        """An element whose content is text: title, style, textarea and the like."""
        element = self.insert(name, attributes)
        text = self.tokenizer.script_data() if name == "script" else self.tokenizer.raw_text(name)
        if name == "title":
            self.has_document_tag = True
            element.text = decode(text, False).replace("\0", "\ufffd")
        self.tokenizer.next(False)
        self.stack.pop()

    def merge(self, element, attributes):
        """A second `<html>` or `<body>` gives the first what it lacks."""
        for key, value in attributes.items():
            element.attributes.setdefault(key, value)

    # The stack of open elements

    def in_scope(self, names, boundary=SCOPE):
        for node in reversed(self.stack):
            if node.namespace == HTML:
                if node.name in names:
                    return True
                if node.name in boundary:
                    return False
            elif node.special and boundary is not TABLE_SCOPE:
                return False
        return False

    def has_open(self, name):
        return any(node.name == name and node.namespace == HTML for node in self.stack)

    def pop_until(self, names):
        while self.stack:
            node = self.stack.pop()
            if node.namespace == HTML and node.name in names:
                return

    def clear_to(self, names):
        while self.stack[-1].name not in names or self.stack[-1].namespace != HTML:
            self.stack.pop()

    def imply_end_tags(self, but=None):
        while self.stack[-1].namespace == HTML and self.stack[-1].name in IMPLIED_END and self.stack[-1].name != but:
            self.stack.pop()

    def close_p(self):
        if self.in_scope({"p"}, BUTTON_SCOPE):
            self.pop_until({"p"})

    def in_scope_element(self, element):
        for node in reversed(self.stack):
            if node is element:
                return True
            if (node.namespace == HTML and node.name in SCOPE) or (node.namespace != HTML and node.special):
                return False
        return False
