"""The claims of a text: what each figure and comparison says, of whom, over what, of which day."""
