"""The gate: judges each sentence of a draft against the evidence, whoever wrote it."""
