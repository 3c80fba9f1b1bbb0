"""An element on the stack, and the groups of element names that the HTML Standard defines."""
from tokens import UPPER

HTML, SVG, MATHML = "html", "svg", "mathml"

SPECIAL = set(
    """address applet area article aside base basefont bgsound blockquote body br button caption center col
    colgroup dd details dir div dl dt embed fieldset figcaption figure footer form frame frameset h1 h2 h3 h4
    h5 h6 head header hgroup hr html iframe img input keygen li link listing main marquee menu meta nav noembed
    noframes noscript object ol p param plaintext pre script search section select source style summary table
    tbody td template textarea tfoot th thead title tr track ul wbr xmp""".split()
)
SPECIAL_FOREIGN = {
    (MATHML, "mi"), (MATHML, "mo"), (MATHML, "mn"), (MATHML, "ms"), (MATHML, "mtext"),
    (MATHML, "annotation-xml"), (SVG, "foreignobject"), (SVG, "desc"), (SVG, "title"),
}  # fmt: skip
SCOPE = {"applet", "caption", "html", "table", "td", "th", "marquee", "object", "select", "template"}
BUTTON_SCOPE = SCOPE | {"button"}
LIST_SCOPE = SCOPE | {"ol", "ul"}
TABLE_SCOPE = {"html", "table", "template"}
BREAKOUT = set(
    """b big blockquote body br center code dd div dl dt em embed h1 h2 h3 h4 h5 h6 head hr i img li listing
    menu meta nobr ol p pre ruby s small span strong strike sub sup table tt u ul var""".split()
)
IMPLIED_END = {"dd", "dt", "li", "optgroup", "option", "p", "rb", "rp", "rt", "rtc"}
APP_ROOTS = {"root", "app", "__next", "__nuxt", "___gatsby"}
INVISIBLE = {"script", "noscript", "style", "template", "link", "meta"}


class Element:
    __slots__ = ("name", "namespace", "attributes", "special", "in_template", "text", "in_head")

    def __init__(self, name, namespace, attributes):
        self.name, self.namespace, self.attributes = name, namespace, attributes
        self.special = name in SPECIAL if namespace == HTML else (namespace, name) in SPECIAL_FOREIGN
        self.in_template = self.in_head = False
        self.text = None

    def is_mathml_text_integration_point(self):
        return self.namespace == MATHML and self.name in {"mi", "mo", "mn", "ms", "mtext"}

    def is_html_integration_point(self):
        if self.namespace == SVG:
            return self.name in {"foreignobject", "desc", "title"}
        encoding = self.attributes.get("encoding", "").translate(UPPER)
        is_annotation = self.namespace == MATHML and self.name == "annotation-xml"
        return is_annotation and encoding in {"text/html", "application/xhtml+xml"}

    def is_integration_point(self):
        return self.is_mathml_text_integration_point() or self.is_html_integration_point()
