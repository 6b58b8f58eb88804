"""The statements on measures: each with its window, its parts and its values."""
