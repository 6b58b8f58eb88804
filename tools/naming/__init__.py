"""Which subject a person's words name, and never another one for it."""
