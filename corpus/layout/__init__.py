"""Pages of a PDF as they are read: columns one after the other, tables by rows, what repeats on each page apart."""
