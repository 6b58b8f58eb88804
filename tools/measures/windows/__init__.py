"""Windows of time: what they are, and how they are read as people write them."""
