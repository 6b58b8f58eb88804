"""From words to what they mean: questions, dates, figures, subjects and periods."""
