"""Who writes: the built-in writer with its plan and prose, an endpoint's model and what it is told."""
