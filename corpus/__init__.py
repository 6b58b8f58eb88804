"""The analyst library: documents with front matter, passages, embedding, the Chroma collection, search."""
