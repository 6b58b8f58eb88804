"""The model's own words, shown in grey: which may stand beside what is proved, and which may not stand at all."""
