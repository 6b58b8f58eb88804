"""What a text says: its blocks and tables, whom and when it names, and the claims that its figures make."""
