"""What the commands share: a progress bar on stderr, a date as an argument."""

import argparse
import re
import sys
from contextlib import AbstractContextManager
from datetime import date
from typing import Any, NoReturn


class Bar(AbstractContextManager["Bar"]):
    """A progress bar on stderr that appears with the first symbol fetched, or the first step told."""

    def __init__(self, words: str = "fetching bars", unit: str = "symbol") -> None:
        self._words, self._unit = words, unit
        self._bar: Any = None

    def __call__(self, done: int, total: int, symbol: str) -> None:
        if self._bar is None:
            from tqdm import tqdm

            self._bar = tqdm(total=total, desc=self._words, unit=self._unit, file=sys.stderr, leave=False)
        self._bar.set_postfix_str(symbol, refresh=False)
        self._bar.update(done - self._bar.n)

    def __exit__(self, *_: object) -> None:
        if self._bar is not None:
            self._bar.close()


class Misused(Exception):
    """The arguments can't be understood; the message is one line, with where to look."""


class Parser(argparse.ArgumentParser):
    """Arguments whose errors are one line, to be told as text or as JSON, and not the usage."""

    def error(self, message: str) -> NoReturn:
        raise Misused(f"{message}; see {self.prog} --help")


def day(text: str) -> date:
    """A date of the command line.

    Raises:
        ArgumentTypeError: It isn't one.
    """
    try:
        return date.fromisoformat(text)
    except ValueError:
        written = re.fullmatch(r"\d{4}-\d\d-\d\d", text)
        why = "is no such day: no calendar has it" if written else "is not a date such as 2026-01-22"
        raise argparse.ArgumentTypeError(f"{text!r} {why}") from None
