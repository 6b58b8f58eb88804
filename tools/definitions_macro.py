"""Definitions of macro figures, the calendar and analysts' calls."""

from tools.facts import Definition

DEFINITIONS: dict[str, Definition] = {}
