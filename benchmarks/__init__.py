"""Measurements, printed as ratios against a named limit or peer; nothing here is asserted."""
