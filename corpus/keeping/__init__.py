"""Keeping a document: what it must be, which of those held it is, and its earlier versions."""
