"""Macro figures as known on a date, and the calendar of what is due."""
