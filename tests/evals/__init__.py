"""Measured evaluations: they print rates, where tests pass or fail."""
