"""Pieces of the page that tabs share: folds with charts, conversations and the model, and fetching evidence."""
