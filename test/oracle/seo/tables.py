"""The insertion modes of tables (HTML Standard, sections 13.2.6.4.9 to 13.2.6.4.15)."""
import body
import insertion
from elements import TABLE_SCOPE
from tokens import UPPER

TABLE_PARTS = {"caption", "col", "colgroup", "tbody", "td", "tfoot", "th", "thead", "tr"}


def in_table(b, token):
    kind, name = token[0], token[1]
    if kind == "text":
        # Text and the elements foster-parented out of a table are what "in body" makes of them.
        return None if insertion.is_space(token) else body.in_body(b, token)
    if kind == "start":
        if name == "caption":
            b.clear_to({"table", "template", "html"})
            b.formatting.append(None)
            b.insert(name, token[2])
            b.mode = in_caption
        elif name in {"colgroup", "col"}:
            b.clear_to({"table", "template", "html"})
            b.insert("colgroup", token[2] if name == "colgroup" else {})
            b.mode = in_column_group
            if name == "col":
                b.mode(b, token)
        elif name in {"tbody", "tfoot", "thead", "td", "th", "tr"}:
            b.clear_to({"table", "template", "html"})
            implied = name in {"td", "th", "tr"}
            b.insert("tbody" if implied else name, {} if implied else token[2])
            b.mode = in_table_body
            if implied:
                b.mode(b, token)
        elif name == "table":
            if close_table(b):
                b.mode(b, token)
        elif name in {"style", "script", "template"}:
            insertion.head_element(b, token)
        elif name == "input" and token[2].get("type", "").translate(UPPER) == "hidden":
            b.insert(name, token[2])
            b.stack.pop()
        elif name == "form":
            if b.form is None and not b.has_open("template"):
                b.form = b.insert(name, token[2])
                b.stack.pop()
        else:
            body.in_body(b, token)
        return None
    if name == "table":
        close_table(b)
    elif name == "template":
        insertion.end_template(b)
    elif name not in TABLE_PARTS | {"body", "html"}:
        body.in_body(b, token)
    return None


def close_table(b):
    if not b.in_scope({"table"}, TABLE_SCOPE):
        return False
    b.pop_until({"table"})
    insertion.reset_mode(b)
    return True


def in_caption(b, token):
    kind, name = token[0], token[1]
    opens = kind == "start" and name in TABLE_PARTS
    if opens or (kind == "end" and name in {"caption", "table"}):
        if not b.in_scope({"caption"}, TABLE_SCOPE):
            return
        b.pop_until({"caption"})
        b.clear_to_marker()
        b.mode = in_table
        if name != "caption" or opens:
            b.mode(b, token)
    elif not (kind == "end" and name in TABLE_PARTS | {"body", "html"}):
        body.in_body(b, token)


def in_column_group(b, token):
    if insertion.is_space(token):
        return
    kind, name = token[0], token[1]
    if kind == "start" and name == "html":
        return insertion.html_again(b, token)
    if kind == "start" and name == "col":
        b.insert(name, token[2])
        b.stack.pop()
        return
    if name == "template" and kind != "text":
        return insertion.head_element(b, token) if kind == "start" else insertion.end_template(b)
    if kind == "end" and name == "col":
        return
    if b.stack[-1].name != "colgroup":
        return
    b.stack.pop()
    b.mode = in_table
    if not (kind == "end" and name == "colgroup"):
        b.mode(b, token)


def in_table_body(b, token):
    kind, name = token[0], token[1]
    sections = {"tbody", "tfoot", "thead"}
    if kind == "start" and name in {"tr", "td", "th"}:
        b.clear_to(sections | {"template", "html"})
        b.insert("tr", token[2] if name == "tr" else {})
        b.mode = in_row
        if name != "tr":
            b.mode(b, token)
    elif kind == "end" and name in sections:
        if b.in_scope({name}, TABLE_SCOPE):
            b.clear_to(sections | {"template", "html"})
            b.stack.pop()
            b.mode = in_table
    elif (kind == "start" and name in {"caption", "col", "colgroup", *sections}) or token[:2] == ("end", "table"):
        if b.in_scope(sections, TABLE_SCOPE):
            b.clear_to(sections | {"template", "html"})
            b.stack.pop()
            b.mode = in_table
            b.mode(b, token)
    elif not (kind == "end" and name in {"body", "caption", "col", "colgroup", "html", "td", "th", "tr"}):
        in_table(b, token)


def in_row(b, token):
    kind, name = token[0], token[1]
    if kind == "start" and name in {"td", "th"}:
        b.clear_to({"tr", "template", "html"})
        b.insert(name, token[2])
        b.mode = in_cell
        b.formatting.append(None)
        return
    ends_row = token[:2] == ("end", "tr")
    closes = (kind == "start" and name in TABLE_PARTS) or token[:2] == ("end", "table")
    if kind == "end" and name in {"tbody", "tfoot", "thead"}:
        if not b.in_scope({name}, TABLE_SCOPE):
            return
        closes = True
    if ends_row or closes:
        if b.in_scope({"tr"}, TABLE_SCOPE):
            b.clear_to({"tr", "template", "html"})
            b.stack.pop()
            b.mode = in_table_body
            if closes:
                b.mode(b, token)
    elif not (kind == "end" and name in {"body", "caption", "col", "colgroup", "html", "td", "th"}):
        in_table(b, token)


def in_cell(b, token):
    kind, name = token[0], token[1]
    if kind == "end" and name in {"td", "th"}:
        if b.in_scope({name}, TABLE_SCOPE):
            close_cell(b, {name})
    elif kind == "start" and name in TABLE_PARTS:
        if b.in_scope({"td", "th"}, TABLE_SCOPE):
            close_cell(b, {"td", "th"})
            b.mode(b, token)
    elif kind == "end" and name in {"body", "caption", "col", "colgroup", "html"}:
        return
    elif kind == "end" and name in {"table", "tbody", "tfoot", "thead", "tr"}:
        if b.in_scope({name}, TABLE_SCOPE):
            close_cell(b, {"td", "th"})
            b.mode(b, token)
    else:
        body.in_body(b, token)


def close_cell(b, names):
    b.imply_end_tags()
    b.pop_until(names)
    b.clear_to_marker()
    b.mode = in_row
