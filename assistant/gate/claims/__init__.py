"""What a sentence claims beyond its figures: direction, comparison, record, state, degree, date."""
