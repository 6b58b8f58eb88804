"""Market facts: bars, sessions, indicators and the catalogue computed from them."""
