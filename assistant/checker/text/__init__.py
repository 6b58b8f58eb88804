"""What stands in a text before anything is made of it: pieces, names, times, words of movement, stances."""
