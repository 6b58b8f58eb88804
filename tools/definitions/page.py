"""Every metric's definition as a document and as markup, from the tables that the facts carry."""

from html import escape

from tools.definitions import TABLES
from tools.fact import Definition

INTRODUCTION = (
    "Every figure's formula, generated from the code that computes it (`make definitions`). A key is a fact's name"
    " without its subject: `return_ytd` of `rut.return_ytd`. What stands in braces is a parameter: `support.{n}` is"
    " `support.1`, `support.2` and so on."
)


def markdown() -> str:
    """``docs/definitions.md``: one table a subject."""
    parts = ["# Definitions\n", f"{INTRODUCTION}\n"]
    for title, table in TABLES.items():
        parts += [f"## {title}\n", "| Key | What it is | Definition | Version |\n|---|---|---|---|"]
        parts += [_row(key, definition) for key, definition in table.items()]
        parts.append("")
    return "\n".join(parts)


def _row(key: str, definition: Definition) -> str:
    cells = (f"`{key}`", definition.label, _words(definition), str(definition.version))
    return "| " + " | ".join(cell.replace("|", "\\|").replace("\n", " ") for cell in cells) + " |"


def _words(definition: Definition) -> str:
    return definition.words + (f" Source: {definition.source}." if definition.source else "")


def html() -> str:
    """The same as markup for the page, with no attributes but classes."""
    return "".join(_section(title, table) for title, table in TABLES.items())


def _section(title: str, table: dict[str, Definition]) -> str:
    entries = "".join(
        f'<div class="fn-definition"><dt>{escape(d.label)} <code>{escape(key)}</code></dt>'
        f"<dd>{escape(_words(d))}{f' Version {d.version}.' if d.version > 1 else ''}</dd></div>"
        for key, d in table.items()
    )
    return f'<section class="fn-defined"><h3>{escape(title)}</h3><dl>{entries}</dl></section>'


if __name__ == "__main__":
    print(markdown(), end="")
