"""Measures: typed questions to daily bars, whose answers are facts."""
