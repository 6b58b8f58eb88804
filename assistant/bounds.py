"""What is accepted from a person, checked before anything is loaded or fetched."""

import re

LONGEST = 4000  # characters; a pasted article belongs in the checker


class QuestionError(ValueError):
    """The question can't be asked as it stands; the message says what to change."""


def check_question(text: str) -> str:
    """The question, stripped.

    Raises:
        QuestionError: It is empty or too long.
    """
    text = text.strip()
    if not re.search(r"\w", text):
        raise QuestionError("The question is empty; ask something about small caps, an index or an analyst")
    if len(text) > LONGEST:
        raise QuestionError(f"The question has {len(text):,} characters, more than {LONGEST:,}; shorten it")
    return text
