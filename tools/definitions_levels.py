"""Definitions of swings, divergence, Fibonacci levels, support and resistance."""

from tools.facts import Definition

DEFINITIONS: dict[str, Definition] = {}
