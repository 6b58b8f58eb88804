"""The page: Footnote in a browser, one module a tab; importing it loads no web library."""
