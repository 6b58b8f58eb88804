"""The catalogue: every fact of a subject, a pair and the sectors as of a session, and the formulas behind them."""
