"""A turn of a conversation: the agent, its memory, the answer, and the threads that keep it."""
