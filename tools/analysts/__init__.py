"""Facts about what analysts said: their calls against the market, their records, how their views stand and turned."""
