"""The words people have for things: names, spellings, indicators and events, and what Chinese questions ask the library for."""
