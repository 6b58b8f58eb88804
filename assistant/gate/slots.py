"""Slots: where a writer names a figure and code places it.

    {rut.return_ytd}   {rut.close@2026-01-21}   {= rut.return_ytd - spx.return_ytd}   {rut.records_ytd:ordinal}

The algebra keeps units: percent less percent is percentage points, points over points less one is
percent, counts stay counts. Anything else fails.
"""

import ast
import re
from datetime import date
from decimal import Decimal

from assistant.evidence.derived import Derived, SlotError
from assistant.evidence.ledger import Ledger
from tools.fact import EXCHANGE_RATE, Fact, is_currency

SLOT = re.compile(r"\{\s*(=)?\s*([^{}]{1,200}?)\s*(?::\s*(ordinal))?\s*\}")
_NAME = re.compile(r"[a-z][a-z0-9_]*(?:\.[a-z0-9_]+)+(?:@\d{4}-\d{2}-\d{2})?")
_BARE = re.compile(rf"\{{[^{{}}]*\}}|\[[^\[\]]*\]|(?<![\w.@])(?P<key>{_NAME.pattern})(?::ordinal)?(?!\w)")
_BARE_SAY = re.compile(r"^\s*(say [a-z][a-z0-9_.]*[a-z0-9_](?:@\d{4}-\d{2}-\d{2})?)\s*\.?\s*$")
LEVELS = ("index points", "percent", "index", "ratio", EXCHANGE_RATE)


def is_level(unit: str) -> bool:
    """Whether a unit is one of levels, which are divided by each other, and not of moves or counts."""
    return unit in LEVELS or is_currency(unit)


def braced(text: str, ledger: Ledger) -> str:
    """A draft with the braces that a small model left out: a bare key that the evidence holds can mean nothing else."""
    text = _BARE_SAY.sub(r"{\1}", text)
    held = {fact.key for fact in ledger.facts}

    def place(match: re.Match[str]) -> str:
        key = match["key"]
        return f"{{{match[0]}}}" if key and key.partition("@")[0] in held else match[0]

    return _BARE.sub(place, text)


def named_facts(text: str, ledger: Ledger) -> list[Fact]:
    """The facts that a draft's slots name, those of expressions among them; what isn't held is left out."""
    out: list[Fact] = []
    for match in SLOT.finditer(text):
        try:
            item = resolve((match[1] or "") + match[2], ledger)
        except SlotError:
            continue
        out += [item] if isinstance(item, Fact) else list(item.parts)
    return out


def resolve(text: str, ledger: Ledger) -> Fact | Derived:
    """What a slot's text stands for.

    Args:
        text: The inside of the braces, with its leading ``=`` for an expression.
        ledger: This turn's evidence.

    Raises:
        SlotError: Not a key or expression, unknown, ambiguous, or of units that don't combine.
    """
    body = text.strip()
    if body.startswith("="):
        return _derive(body[1:].strip(), ledger)
    if not _NAME.fullmatch(body):
        raise SlotError(f"{{{body}}} is not a slot")
    return _fact(body, ledger)


def _fact(name: str, ledger: Ledger) -> Fact:
    key, _, day = name.partition("@")
    try:
        return ledger.fact(key, date.fromisoformat(day) if day else None)
    except KeyError as error:
        raise SlotError(str(error.args[0])) from None
    except ValueError:
        raise SlotError(f"{day} is not a date") from None


def _derive(expression: str, ledger: Ledger) -> Derived:
    parts: list[Fact] = []

    def place(match: re.Match[str]) -> str:
        parts.append(_fact(match[0], ledger))
        return f"_{len(parts) - 1}"

    spaced = " ".join(expression.split())
    try:
        tree = ast.parse(_NAME.sub(place, spaced), mode="eval")
    except (SyntaxError, ValueError):
        raise SlotError(f"{{= {spaced}}} is not an expression") from None
    if not parts:
        raise SlotError(f"{{= {spaced}}} names no fact")
    value, unit = _evaluate(tree.body, parts, spaced)
    return Derived(spaced, value, unit, tuple(parts))


def _evaluate(node: ast.expr, parts: list[Fact], text: str) -> tuple[Decimal, str]:
    match node:
        case ast.Name(id=name) if name.startswith("_"):
            fact = parts[int(name[1:])]
            if fact.unit == "date":
                raise SlotError(f"{fact.key} is a date, not a number")
            return Decimal(str(fact.value)), fact.unit
        case ast.Constant(value=1) if isinstance(node.value, int):
            return Decimal(1), "one"
        case ast.BinOp(left=left, op=op, right=right):
            return _combine(_evaluate(left, parts, text), op, _evaluate(right, parts, text), text)
    raise SlotError(f"{{= {text}}} may only add, subtract or divide facts")


def _combine(a: tuple[Decimal, str], op: ast.operator, b: tuple[Decimal, str], text: str) -> tuple[Decimal, str]:
    (x, unit), (y, other) = a, b
    match op:
        case ast.Sub() if unit == "ratio of levels" and other == "one":
            return x - y, "fraction"
        case ast.Sub() if unit == other and unit in ("fraction", "percentage points"):
            return x - y, "percentage points"
        case ast.Sub() if unit == other == "percent":
            return (x - y) * 100, "basis points"
        case ast.Sub() | ast.Add() if unit == other and unit not in ("fraction", "one", "ratio of levels"):
            return (x - y if isinstance(op, ast.Sub) else x + y), unit
        case ast.Div() if unit == other and is_level(unit):
            if not y:
                raise SlotError(f"{{= {text}}} divides by zero")
            return x / y, "ratio of levels"
    raise SlotError(f"{{= {text}}}: {unit} and {other} don't combine that way")
