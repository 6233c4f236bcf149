r"""\begin … \end: tables of every kind, and whole formulas as tables of lines."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ..errors import MathError
from ..nodes import Formula, Group, Node, Table, TableKind, TableRow, Trouble
from ..tokens import Token

if TYPE_CHECKING:
    from .parser import Parser


class Environment(NamedTuple):
    """What an environment is to the layout; `takes` counts its braced arguments."""

    kind: TableKind
    left: str = ""
    right: str = ""
    takes: int = 0


_ALIGNED = "aligned align alignedat alignat split eqnarray flalign xalignat IEEEeqnarray dmath"
_GATHERED = "gathered gather equation displaymath math multline multlined center subequations"
ENVIRONMENTS: dict[str, Environment] = {
    "matrix": Environment("matrix"),
    "pmatrix": Environment("matrix", "(", ")"),
    "bmatrix": Environment("matrix", "[", "]"),
    "Bmatrix": Environment("matrix", "{", "}"),
    "vmatrix": Environment("matrix", "|", "|"),
    "Vmatrix": Environment("matrix", "‖", "‖"),
    "smallmatrix": Environment("small"),
    "psmallmatrix": Environment("small", "(", ")"),
    "bsmallmatrix": Environment("small", "[", "]"),
    "Bsmallmatrix": Environment("small", "{", "}"),
    "vsmallmatrix": Environment("small", "|", "|"),
    "cases": Environment("cases", "{"),
    "dcases": Environment("cases", "{"),
    "rcases": Environment("cases", "", "}"),
    "drcases": Environment("cases", "", "}"),
    "array": Environment("array", takes=1),
    "darray": Environment("array", takes=1),
    "tabular": Environment("array", takes=1),
    "subarray": Environment("stack", takes=1),
    **dict.fromkeys(_ALIGNED.split(), Environment("aligned")),
    **dict.fromkeys(_GATHERED.split(), Environment("gathered")),
    **dict.fromkeys(("alignedat", "alignat", "xalignat"), Environment("aligned", takes=1)),
}
_ROW_ENDS = ("\\", "cr", "tabularnewline", "newline")
_INTERTEXT = ("intertext", "shortintertext")
_RULES = ("hline", "toprule", "midrule", "bottomrule", "hdashline")


class Rows(NamedTuple):
    """The rows of a table; `closing_rule` is a line after the last."""

    rows: tuple[TableRow, ...]
    closing_rule: bool


def environment(parser: Parser, token: Token) -> Node:
    r"""Read from \begin to its \end. One that nobody knows shows its name before its rows.

    Raises:
        MathError: the \end is missing or names another environment.
    """
    name = _name(parser)
    known = ENVIRONMENTS.get(name.removesuffix("*"))
    columns = _option(parser)
    for _ in range(known.takes if known else 0):
        columns = "".join(t.source for t in parser.reader.take_raw_argument())
    rows = read_rows(parser)
    _end(parser, name, token)
    if known is None:
        parser.report(f"unknown environment {name}", token.pos)
        table = Table("lines", rows.rows, pos=token.pos)
        return Group((Trouble(name, token.pos), table), pos=token.pos)
    if known.kind == "gathered" and _is_single(rows):
        parser.tag = rows.rows[0].tag or parser.tag
        return Group(rows.rows[0].cells[0], pos=token.pos)
    return Table(
        known.kind,
        rows.rows,
        columns,
        known.left,
        known.right,
        rows.closing_rule,
        pos=token.pos,
    )


def _option(parser: Parser) -> str:
    r"""Take the option of \begin{…}[…], which must follow at once and be a position.

    Anything else in brackets, such as an interval, is the first cell.
    """
    token = parser.reader.peek_any()
    if token is None or not token.is_character("["):
        return ""
    option = parser.reader.take_raw_option() or []
    text = "".join(t.source for t in option)
    if text and set(text) <= set("tbclr"):
        return text
    closing = token._replace(text="]")
    parser.reader.push([token, *option, closing])
    return ""


def _name(parser: Parser) -> str:
    return "".join(t.source for t in parser.reader.take_raw_argument()).strip()


def _end(parser: Parser, name: str, begin: Token) -> None:
    end = parser.reader.peek()
    if end is None or not end.is_command("end"):
        raise MathError(rf"\begin{{{name}}} without \end", begin.pos)
    parser.reader.take()
    if (closed := _name(parser)) != name:
        raise MathError(rf"\begin{{{name}}} is ended by \end{{{closed}}}", end.pos)


def _is_single(rows: Rows) -> bool:
    return len(rows.rows) == 1 and len(rows.rows[0].cells) == 1


def read_rows(parser: Parser) -> Rows:
    r"""Read cells between & and rows between \\ until something else ends them."""
    rows: list[TableRow] = []
    tag, parser.tag = parser.tag, None
    while True:
        rule = _take_rules(parser)
        rows += _words_between(parser)
        cells = _cells(parser)
        row_tag, parser.tag = parser.tag, None
        token = parser.reader.peek()
        more = token is not None and token.is_command(*_ROW_ENDS)
        if more or len(cells) > 1 or cells[0] or row_tag:
            rows.append(TableRow(tuple(cells), row_tag, rule))
            rule = False
        if not more:
            break
        _take_row_end(parser)
    parser.tag = tag
    return Rows(tuple(rows), rule)


def _words_between(parser: Parser) -> list[TableRow]:
    r"""Take \intertext{…}, words on a line of their own between two rows."""
    rows: list[TableRow] = []
    while (token := parser.reader.peek()) is not None and token.is_command(*_INTERTEXT):
        node = parser.atom()
        rows.append(TableRow(((node,) if node is not None else (),), spans=True))
    return rows


def _cells(parser: Parser) -> list[tuple[Node, ...]]:
    cells = [tuple(parser.items())]
    while (token := parser.reader.peek()) is not None and token.is_character("&"):
        parser.reader.take()
        cells.append(tuple(parser.items()))
    return cells


def _take_row_end(parser: Parser) -> None:
    r"""Take \\, its star and its distance, which must follow at once."""
    parser.reader.take()
    token = parser.reader.peek_any()
    if token is not None and token.is_character("*"):
        parser.reader.take()
        token = parser.reader.peek_any()
    if token is not None and token.is_character("["):
        parser.reader.take_raw_option()


def _take_rules(parser: Parser) -> bool:
    r"""Take horizontal rules at the beginning of a row."""
    found = False
    while (token := parser.reader.peek()) is not None:
        if token.is_command(*_RULES):
            parser.reader.take()
            parser.reader.take_raw_option()
        elif token.is_command("cline", "cmidrule"):
            parser.reader.take()
            parser.reader.take_raw_option()
            parser.reader.take_raw_argument()
        else:
            break
        found = True
    return found


def formula_of(rows: Rows) -> Formula:
    r"""Return a whole source as a formula; bare & and \\ make it a table, as in KaTeX."""
    if not rows.rows:
        return Formula(())
    if _is_single(rows):
        return Formula(rows.rows[0].cells[0], rows.rows[0].tag)
    wide = any(len(row.cells) > 1 for row in rows.rows)
    return Formula((Table("aligned" if wide else "lines", rows.rows),))
