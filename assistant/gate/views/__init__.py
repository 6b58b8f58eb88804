"""What a sentence says that somebody thinks: who is credited, and whether the passage says so."""
