"""What each command does to the parser: one small reader per kind of command."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from ..errors import MathError
from ..nodes import Accent, Arrow, Atom, Frame, Group, Node, Operator, Space, Switch, Symbol
from ..symbols import accents, catalogue, operators, ordinary, relations
from ..symbols.notation import names
from ..tokens import Token
from . import definitions, delimited, environments, fractions, rare, stacks, text
from .fonts import SWITCHES, UPRIGHT, changed, word_of

if TYPE_CHECKING:
    from .parser import Parser

Command = Callable[["Parser", Token], Node | None]


def command(parser: Parser, token: Token) -> Node | None:
    """Read the rest of a command; None when it leaves nothing behind."""
    entry = catalogue.COMMANDS.get(token.text)
    if entry is not None:
        return parser.symbol(entry, token.pos)
    read = COMMANDS.get(token.text)
    return parser.unknown(token) if read is None else read(parser, token)


def _operator(_: Parser, token: Token) -> Node:
    name = token.text
    if name in operators.BIG:
        return Operator(operators.BIG[name], "big", True, token.pos)
    if name in operators.INTEGRALS:
        return Operator(operators.INTEGRALS[name], "integral", False, token.pos)
    shown, limits = operators.FUNCTIONS[name]
    return Operator(shown, "word", limits, token.pos)


def _named_operator(parser: Parser, token: Token) -> Node:
    r"""\operatorname and, with limits, \operatorname*."""
    limits = _star(parser)
    return _as_operator(parser.argument(UPRIGHT), limits, token.pos)


def _as_operator(body: Node, limits: bool, pos: int) -> Node:
    words = _operator_text(body)
    if words is None:
        return Group((body,), Atom.OP, limits, pos)
    return Operator(words, "word", limits, pos)


def _operator_text(body: Node) -> str | None:
    """Return the words of an operator's name, \\, between them as a space."""
    items = body.items if isinstance(body, Group) else (body,)
    parts = [" " if isinstance(item, Space) else word_of(item) for item in items]
    if any(part is None for part in parts):
        return None
    return "".join(part for part in parts if part).replace("−", "-") or None


def _class_of(atom: Atom) -> Command:
    def read(parser: Parser, token: Token) -> Node:
        body = parser.argument()
        if atom is Atom.OP:
            return _as_operator(body, True, token.pos)
        return Group((body,), atom, pos=token.pos)

    return read


def _font(parser: Parser, token: Token) -> Node | None:
    font = changed(parser.font, token.text)
    if font is None:  # pragma: no cover - the registry lists font commands only
        raise MathError(f"{token.source} is not a font", token.pos)
    if token.text in SWITCHES:
        parser.font = font
        return None
    return parser.argument(font)


def _space(_: Parser, token: Token) -> Node:
    return Space(ordinary.SPACES[token.text], token.pos)


def _measured_space(parser: Parser, token: Token) -> Node:
    r"""\hspace{…}, \kern…, \mskip…: a length is worth about two cells an em."""
    _star(parser)
    length = (
        "".join(t.source for t in parser.reader.take_raw_argument())
        if (token.text in ("hspace", "mspace"))
        else definitions.bare_length(parser.reader)
    )
    return Space(definitions.cells_of(length), token.pos)


def _accent(parser: Parser, token: Token) -> Node:
    return Accent(token.text, parser.argument(), token.pos)


def _arrow(parser: Parser, token: Token) -> Node:
    under = parser.option()
    return Arrow(relations.EXTENSIBLE[token.text], parser.argument(), under, token.pos)


def _frame(kind: str) -> Command:
    def read(parser: Parser, token: Token) -> Node:
        parser.option()
        return Frame(kind, parser.argument(), token.pos)  # type: ignore[arg-type]

    return read


def _not(parser: Parser, token: Token) -> Node:
    following = parser.reader.peek()
    body = parser.argument()
    if following is not None and isinstance(body, Symbol):
        text = relations.NEGATIONS.get(body.text, body.text + "\u0338")
        return Symbol(text, body.atom, body.style, token.pos)
    return Frame("cancel", body, token.pos)


def _modulo(parser: Parser, token: Token) -> Node:
    word = Operator("mod", pos=token.pos)
    if token.text == "bmod":
        return Symbol("mod", Atom.BIN, pos=token.pos)
    body = parser.argument()
    if token.text == "mod":
        return Group((Space(2), word, body), pos=token.pos)
    opened, closed = Symbol("(", Atom.OPEN), Symbol(")", Atom.CLOSE)
    inside = (body,) if token.text == "pod" else (word, body)
    return Group((Space(1), opened, *inside, closed), Atom.INNER, pos=token.pos)


def _switch(_: Parser, token: Token) -> Node:
    return Switch(token.text == "displaystyle", token.pos)


def _nothing(_: Parser, __: Token) -> None:
    """A command that only matters on paper."""


def _without_argument(parser: Parser, _: Token) -> None:
    """A command whose argument only matters on paper, such as \\label."""
    _star(parser)
    parser.reader.take_raw_option()
    parser.reader.take_raw_argument()


def _only_body(parser: Parser, _: Token) -> Node:
    r"""A command that leaves its argument as it is, such as \mathstrut or \smash."""
    parser.option()
    return parser.argument()


def _colour(parser: Parser, token: Token) -> Node | None:
    r"""\color{c} and \textcolor{c}{body}: colours belong to the theme, the body stays."""
    parser.reader.take_raw_option()
    parser.reader.take_raw_argument()
    if token.text == "color":
        return None
    if token.text == "fcolorbox":
        parser.reader.take_raw_argument()
    return parser.argument()


def _second_argument(parser: Parser, _: Token) -> Node:
    r"""\raisebox{length}{body}, \href{address}{body}: only the body is mathematics."""
    parser.reader.take_raw_argument()
    parser.reader.take_raw_option()
    return parser.argument()


def _tag(parser: Parser, token: Token) -> None:
    starred = _star(parser)
    body = text.text_of(parser, parser.reader.take_raw_argument(), "text", token.pos)
    marks = () if starred else (Symbol("(", Atom.OPEN), Symbol(")", Atom.CLOSE))
    parser.tag = Group((*marks[:1], body, *marks[1:]), pos=token.pos)


def _star(parser: Parser) -> bool:
    """Take a star that belongs to the command before it."""
    token = parser.reader.peek_any()
    if token is None or not token.is_character("*"):
        return False
    parser.reader.take()
    return True


def _each(names: Iterable[str], read: Command) -> dict[str, Command]:
    return dict.fromkeys(names, read)


_IGNORED = names("""
    nonumber notag allowbreak nobreak nolinebreak linebreak goodbreak relax mathstrut strut
    hfill hfil centering raggedright noindent protect null displaybreak limits nolimits
    displaylimits tiny scriptsize footnotesize small normalsize large Large LARGE huge Huge
    - / par mathsurround Tiny oldstyle arraybackslash qedhere break smallskip medskip bigskip
""")
_WITHOUT_ARGUMENT = names("label ref eqref cite vspace vskip cssId class require hdotsfor")
_ONLY_BODY = names("smash ensuremath mathclap mathllap mathrlap llap rlap clap vcenter")
_FONTS = names("""
    mathbf bold mathsfit scr boldsymbol bm pmb symbf mathbfup mathbfit mathrm mathsf mathtt mathup
    symrm symup mathsfup mathit symit mit mathbb mathbbm mathds Bbb symbb mathcal mathscr symcal
    mathfrak frak symfrak mathnormal rm sf tt bf it cal bfseries boldmath unboldmath normalfont
""")

COMMANDS: dict[str, Command] = {
    **_each((*operators.BIG, *operators.INTEGRALS, *operators.FUNCTIONS), _operator),
    **_each(("operatorname", "operatornamewithlimits"), _named_operator),
    **_each(ordinary.SPACES, _space),
    **_each(("hspace", "mspace", "hskip", "mskip", "kern", "mkern"), _measured_space),
    **_each(accents.COMBINING, _accent),
    **_each(relations.EXTENSIBLE, _arrow),
    **_each(_FONTS, _font),
    **_each(_IGNORED, _nothing),
    **_each(("displaystyle", "textstyle", "scriptstyle", "scriptscriptstyle"), _switch),
    **_each(_WITHOUT_ARGUMENT, _without_argument),
    **_each(_ONLY_BODY, _only_body),
    **_each(("color", "textcolor", "colorbox", "fcolorbox"), _colour),
    **_each(("raisebox", "href", "scalebox"), _second_argument),
    **_each(("bmod", "pmod", "mod", "pod"), _modulo),
    **_each(delimited.BIG_COMMANDS, delimited.big),
    **fractions.COMMANDS,
    **stacks.COMMANDS,
    **text.COMMANDS,
    **definitions.COMMANDS,
    **rare.COMMANDS,
    "boxed": _frame("boxed"),
    "fbox": _frame("boxed"),
    "phantom": _frame("phantom"),
    "hphantom": _frame("hphantom"),
    "vphantom": _frame("vphantom"),
    **_each(("cancel", "bcancel", "xcancel", "sout", "centernot"), _frame("cancel")),
    "mathop": _class_of(Atom.OP),
    "mathbin": _class_of(Atom.BIN),
    "mathrel": _class_of(Atom.REL),
    "mathopen": _class_of(Atom.OPEN),
    "mathclose": _class_of(Atom.CLOSE),
    "mathpunct": _class_of(Atom.PUNCT),
    "mathord": _class_of(Atom.ORD),
    "mathinner": _class_of(Atom.INNER),
    "not": _not,
    "left": delimited.fence,
    "begin": environments.environment,
    "tag": _tag,
}
