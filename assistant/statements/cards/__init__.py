"""What a figure is called, how it is computed and what is to be said of it, in the words of a card and of a source line."""
