"""The insertion mode "in body" (HTML Standard, section 13.2.6.4.7)."""
import insertion
import tables
from elements import BUTTON_SCOPE, HTML, LIST_SCOPE, MATHML, SVG
from tokens import SPACE, UPPER

BLOCK = set(
    """address article aside blockquote center details dialog dir div dl fieldset figcaption figure footer header
    hgroup main menu nav ol p search section summary ul""".split()
)
BLOCK_END = (BLOCK - {"p"}) | {"button", "listing", "pre", "select"}
HEADING = {"h1", "h2", "h3", "h4", "h5", "h6"}
FORMATTING = set("b big code em font i s small strike strong tt u".split())
VOID = {"area", "br", "embed", "img", "keygen", "wbr"}
IGNORED = {"caption", "col", "colgroup", "frame", "head", "tbody", "td", "tfoot", "th", "thead", "tr"}


def in_body(b, token):
    kind = token[0]
    if kind == "text":
        text = token[1].replace("\0", "")
        if text:
            b.reconstruct()
            if text.strip(SPACE):
                b.frameset_ok = False
                b.see_content()
    elif kind == "start":
        start(b, token[1], token[2], token)
    else:
        end(b, token[1], token)


def plain(b, name, attributes):
    b.reconstruct()
    return b.insert(name, attributes)


def start(b, name, attributes, token):
    if name in BLOCK:
        b.close_p()
        b.insert(name, attributes)
    elif name in FORMATTING:
        b.push_formatting(plain(b, name, attributes))
    elif name == "a":
        former = b.last_formatting("a")
        if former is not None:
            b.adopt("a")
            if former in b.formatting:
                b.formatting.remove(former)
            if former in b.stack:
                b.stack.remove(former)
        b.push_formatting(plain(b, name, attributes))
    elif name in VOID:
        plain(b, name, attributes)
        b.stack.pop()
        b.frameset_ok = False
    elif name in insertion.IN_HEAD and name != "noscript":
        insertion.head_element(b, token)
    elif name in HEADING:
        b.close_p()
        if b.stack[-1].name in HEADING and b.stack[-1].namespace == HTML:
            b.stack.pop()
        b.insert(name, attributes)
    elif name in {"li", "dd", "dt"}:
        close_item(b, {"li"} if name == "li" else {"dd", "dt"})
        b.insert(name, attributes)
    elif name in {"pre", "listing"}:
        b.close_p()
        b.insert(name, attributes)
        b.frameset_ok = False
    elif name in IGNORED:
        return
    elif name in RARE:
        RARE[name](b, attributes, token)
    elif name in {"math", "svg"}:
        b.reconstruct()
        b.insert(name, attributes, MATHML if name == "math" else SVG)
        if token[3]:
            b.stack.pop()
    else:
        plain(b, name, attributes)


def close_item(b, names):
    b.frameset_ok = False
    for node in reversed(b.stack):
        if node.namespace == HTML and node.name in names:
            b.imply_end_tags(node.name)
            b.pop_until({node.name})
            break
        if node.special and not (node.namespace == HTML and node.name in {"address", "div", "p"}):
            break
    b.close_p()


def start_html(b, attributes, token):
    insertion.html_again(b, token)


def start_body(b, attributes, token):
    if len(b.stack) > 1 and b.stack[1].name == "body" and not b.has_open("template"):
        b.frameset_ok = False
        b.merge(b.stack[1], attributes)


def start_frameset(b, attributes, token):
    if len(b.stack) > 1 and b.stack[1].name == "body" and b.frameset_ok:
        del b.elements[b.body_mark :]
        del b.stack[1:]
        b.insert("frameset", attributes)
        b.mode = insertion.in_frameset


def start_form(b, attributes, token):
    in_template = b.has_open("template")
    if b.form is None or in_template:
        b.close_p()
        form = b.insert("form", attributes)
        if not in_template:
            b.form = form


def start_plaintext(b, attributes, token):
    b.close_p()
    b.insert("plaintext", attributes)
    b.tokenizer.rest()


def start_button(b, attributes, token):
    if b.in_scope({"button"}):
        b.imply_end_tags()
        b.pop_until({"button"})
    plain(b, "button", attributes)
    b.frameset_ok = False


def start_nobr(b, attributes, token):
    b.reconstruct()
    if b.in_scope({"nobr"}):
        b.adopt("nobr")
        b.reconstruct()
    b.push_formatting(b.insert("nobr", attributes))


def start_object(b, attributes, token):
    plain(b, token[1], attributes)
    b.formatting.append(None)
    b.frameset_ok = False


def start_table(b, attributes, token):
    b.close_p()
    b.insert("table", attributes)
    b.frameset_ok = False
    b.mode = tables.in_table


def start_input(b, attributes, token):
    if b.in_scope({"select"}):
        b.pop_until({"select"})
    plain(b, "input", attributes)
    b.stack.pop()
    if attributes.get("type", "").translate(UPPER) != "hidden":
        b.frameset_ok = False


def start_param(b, attributes, token):
    b.insert(token[1], attributes)
    b.stack.pop()


def start_hr(b, attributes, token):
    b.close_p()
    if b.in_scope({"select"}):
        b.imply_end_tags()
    b.insert("hr", attributes)
    b.stack.pop()
    b.frameset_ok = False


def start_image(b, attributes, token):
    start(b, "img", attributes, ("start", "img", attributes, token[3]))


def start_raw(b, attributes, token):
    name = token[1]
    if name == "xmp":
        b.close_p()
        b.reconstruct()
    if name in {"xmp", "iframe", "textarea"}:
        b.frameset_ok = False
    b.insert_raw(name, attributes)


def start_select(b, attributes, token):
    if b.in_scope({"select"}):
        b.pop_until({"select"})
        return
    plain(b, "select", attributes)
    b.frameset_ok = False


def start_option(b, attributes, token):
    name = token[1]
    if b.in_scope({"select"}):
        b.imply_end_tags("optgroup" if name == "option" else None)
    elif b.stack[-1].name == "option" and b.stack[-1].namespace == HTML:
        b.stack.pop()
    plain(b, name, attributes)


def start_ruby_part(b, attributes, token):
    name = token[1]
    if b.in_scope({"ruby"}):
        b.imply_end_tags("rtc" if name in {"rp", "rt"} else None)
    b.insert(name, attributes)


RARE = {
    "html": start_html, "body": start_body, "frameset": start_frameset, "form": start_form,
    "plaintext": start_plaintext, "button": start_button, "nobr": start_nobr, "applet": start_object,
    "marquee": start_object, "object": start_object, "table": start_table, "input": start_input,
    "param": start_param, "source": start_param, "track": start_param, "hr": start_hr, "image": start_image,
    "textarea": start_raw, "xmp": start_raw, "iframe": start_raw, "noembed": start_raw, "noscript": start_raw,
    "select": start_select, "option": start_option, "optgroup": start_option, "rb": start_ruby_part,
    "rtc": start_ruby_part, "rp": start_ruby_part, "rt": start_ruby_part,
}  # fmt: skip


def end(b, name, token):
    if name in BLOCK_END:
        close_scoped(b, {name})
    elif name == "p":
        if not b.in_scope({"p"}, BUTTON_SCOPE):
            b.insert("p", {})
        b.pop_until({"p"})
    elif name == "a" or name in FORMATTING or name == "nobr":
        if not b.adopt(name):
            end_other(b, name)
    elif name == "li":
        if b.in_scope({"li"}, LIST_SCOPE):
            b.pop_until({"li"})
    elif name in {"dd", "dt"}:
        if b.in_scope({name}):
            b.pop_until({name})
    elif name in HEADING:
        close_scoped(b, HEADING)
    elif name in {"body", "html"}:
        if b.in_scope({"body"}):
            b.mode = insertion.after_body
    elif name == "template":
        insertion.end_template(b)
    elif name == "form":
        end_form(b)
    elif name in {"applet", "marquee", "object"}:
        if b.in_scope({name}):
            b.pop_until({name})
            b.clear_to_marker()
    elif name == "br":
        start(b, "br", {}, ("start", "br", {}, False))
    else:
        end_other(b, name)


def close_scoped(b, names):
    if b.in_scope(names):
        b.imply_end_tags()
        b.pop_until(names)


def end_form(b):
    if b.has_open("template"):
        close_scoped(b, {"form"})
        return
    form, b.form = b.form, None
    if form is not None and b.in_scope_element(form):
        b.imply_end_tags()
        b.stack.remove(form)


def end_other(b, name):
    for index in range(len(b.stack) - 1, -1, -1):
        node = b.stack[index]
        if node.namespace == HTML and node.name == name:
            b.imply_end_tags(name)
            del b.stack[index:]
            return
        if node.special:
            return
