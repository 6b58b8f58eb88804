"""What a document seems to say of itself, with the place it was read from: proposed, never taken on trust."""
