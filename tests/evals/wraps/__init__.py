"""Market paragraphs in the manner of wires, letters, newsletters and tables, filled from bars, true or with one fault."""
