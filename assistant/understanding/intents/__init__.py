"""What a question wants to hear: a linear classifier over sentence embeddings and character n-grams, and its bank of questions."""
