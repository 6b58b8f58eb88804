"""The day's text: what it is written from, its sections, what changed, how it is kept, corrected and scheduled."""
