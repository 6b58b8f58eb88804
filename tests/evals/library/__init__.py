"""Invented research in the forms that people have, with questions to it, for measuring retrieval."""
