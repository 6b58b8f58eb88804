"""Checking other people's text: its claims read, each held against the facts of its day, with the nearest that fits."""
