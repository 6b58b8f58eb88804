"""The assistant: what all its folders need, from settings to the program, and a folder for each concern."""
