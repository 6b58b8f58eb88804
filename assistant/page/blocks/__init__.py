"""Pieces of the page that tabs share: text, folds with charts, conversations and the model, and fetching evidence."""
