"""What the agent may call, and how evidence is told to a model in lines."""
