"""What a turn may rest on: facts and passages, where they come from, and the ledger that holds them."""
