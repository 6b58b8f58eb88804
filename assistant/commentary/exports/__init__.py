"""A commentary outside the page: Markdown, HTML, PDF, a feed, its charts drawn."""
