"""Sentences that answer a question on one measure: where something stands, by how much it leads, what an indicator reads."""
