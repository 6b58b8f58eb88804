"""The conversation: agent, writers, grounding, answers, commentary, command line and page."""
