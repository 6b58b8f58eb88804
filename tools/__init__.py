"""Market facts: what a fact is, the subjects measured, and rooms for data, the catalogue, measures, the agent."""
