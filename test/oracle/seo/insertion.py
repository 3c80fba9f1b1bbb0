"""The insertion modes of the HTML Standard (section 13.2.6.4), each a function of builder and token."""
from elements import HTML
from tokens import SPACE

METADATA = {"base", "basefont", "bgsound", "link", "meta"}
RAW = {"title", "noscript", "noframes", "style", "script"}
IN_HEAD = METADATA | RAW | {"template"}


def is_space(token):
    return token[0] == "text" and not token[1].strip(SPACE)


def before_html(b, token):
    if is_space(token):
        return
    if token[0] == "start" and token[1] == "html":
        b.insert("html", token[2])
        b.mode = before_head
        return
    if token[0] == "end" and token[1] not in {"head", "body", "html", "br"}:
        return
    b.insert("html", {})
    b.mode = before_head
    b.mode(b, token)


def before_head(b, token):
    if is_space(token):
        return
    kind, name = token[0], token[1]
    if kind == "start" and name == "html":
        return html_again(b, token)
    if kind == "start" and name == "head":
        b.head = b.insert("head", token[2])
        b.mode = in_head
        return
    if kind == "end" and name not in {"head", "body", "html", "br"}:
        return
    b.head = b.insert("head", {})
    b.mode = in_head
    b.mode(b, token)


def html_again(b, token):
    if not b.has_open("template"):
        b.merge(b.stack[0], token[2])


def in_head(b, token):
    if is_space(token):
        return
    kind, name = token[0], token[1]
    if kind == "text":
        token = ("text", token[1].lstrip(SPACE))
    if kind == "start":
        if name == "html":
            return html_again(b, token)
        if name in IN_HEAD:
            return head_element(b, token)
        if name == "head":
            return
    if kind == "end":
        if name == "template":
            return end_template(b)
        if name == "head":
            b.stack.pop()
            b.mode = after_head
            return
        if name not in {"body", "html", "br"}:
            return
    b.stack.pop()
    b.mode = after_head
    b.mode(b, token)


def head_element(b, token):
    name = token[1]
    if name in METADATA:
        b.insert(name, token[2])
        b.stack.pop()
    elif name in RAW:
        b.insert_raw(name, token[2])
    else:
        b.insert("template", token[2])
        b.formatting.append(None)
        b.frameset_ok = False
        b.mode = in_template
        b.template_modes.append(in_template)


def end_template(b):
    if b.has_open("template"):
        b.pop_until({"template"})
        b.clear_to_marker()
        b.template_modes.pop()
        reset_mode(b)


def after_head(b, token):
    if is_space(token):
        return
    kind, name = token[0], token[1]
    if kind == "start":
        if name == "html":
            return html_again(b, token)
        if name == "body":
            b.body_mark = len(b.elements)
            b.insert("body", token[2])
            b.frameset_ok = False
            b.mode = in_body
            return
        if name == "frameset":
            b.insert("frameset", token[2])
            b.mode = in_frameset
            return
        if name in IN_HEAD:
            b.stack.append(b.head)
            head_element(b, token)
            b.stack.remove(b.head)
            return
        if name == "head":
            return
    if kind == "end":
        if name == "template":
            return end_template(b)
        if name not in {"body", "html", "br"}:
            return
    b.body_mark = len(b.elements)
    b.insert("body", {})
    b.mode = in_body
    b.mode(b, token)


def reset_mode(b):
    for node in reversed(b.stack):
        name = node.name
        if node.namespace != HTML:
            continue
        if name in {"td", "th"} and node is not b.stack[0]:
            b.mode = tables.in_cell
        elif name == "head":
            b.mode = in_head
        elif name == "template":
            b.mode = b.template_modes[-1]
        elif name == "html":
            b.mode = before_head if b.head is None else after_head
        elif name in RESET:
            b.mode = RESET[name]
        else:
            continue
        return


def in_template(b, token):
    kind, name = token[0], token[1]
    if kind == "text":
        return in_body(b, token)
    if kind == "start":
        if name in IN_HEAD:
            return head_element(b, token)
        mode = TEMPLATE_CONTENT.get(name, in_body)
        b.template_modes[-1] = b.mode = mode
        return mode(b, token)
    if name == "template":
        end_template(b)


def after_body(b, token):
    if is_space(token):
        return in_body(b, token)
    if token[0] == "start" and token[1] == "html":
        return html_again(b, token)
    if token[0] == "end" and token[1] == "html":
        return
    b.mode = in_body
    b.mode(b, token)


def in_frameset(b, token):
    kind, name = token[0], token[1]
    if kind == "start":
        if name == "html":
            html_again(b, token)
        elif name == "frameset":
            b.insert(name, token[2])
        elif name == "frame":
            b.insert(name, token[2])
            b.stack.pop()
        elif name == "noframes":
            b.insert_raw(name, token[2])
    elif kind == "end" and name == "frameset" and len(b.stack) > 1:
        b.stack.pop()
        if b.stack[-1].name != "frameset":
            b.mode = after_frameset


def after_frameset(b, token):
    if token[0] == "start" and token[1] == "html":
        html_again(b, token)
    elif token[0] == "start" and token[1] == "noframes":
        b.insert_raw("noframes", token[2])


def in_body(b, token):
    """Stands in for body.in_body, which needs this module."""
    body.in_body(b, token)


import body  # noqa: E402
import tables  # noqa: E402

TEMPLATE_CONTENT = {name: tables.in_table for name in ("caption", "colgroup", "tbody", "tfoot", "thead")} | {
    "col": tables.in_column_group,
    "tr": tables.in_table_body,
    "td": tables.in_row,
    "th": tables.in_row,
}
RESET = {
    "tr": tables.in_row, "tbody": tables.in_table_body, "thead": tables.in_table_body, "tfoot": tables.in_table_body,
    "caption": tables.in_caption, "colgroup": tables.in_column_group, "table": tables.in_table, "body": in_body,
    "frameset": in_frameset,
}  # fmt: skip
