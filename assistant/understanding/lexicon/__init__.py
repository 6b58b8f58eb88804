"""What people call things: subjects and people by their nicknames and in Chinese, indicators, figures and events, the library's topics."""
