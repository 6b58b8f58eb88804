"""Evidence and text as markup, everything escaped that a model or document wrote."""
