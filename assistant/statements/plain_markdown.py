"""Other people's words inside Markdown of ours: shown as they are written, and never as links, images, tags or code."""

import re

_LIVE = re.compile(r"[\\`\[\]<]")


def plain_markdown(text: str) -> str:
    """The text with what Markdown would take for a link, an image, a tag or code escaped."""
    return _LIVE.sub(lambda m: "&lt;" if m[0] == "<" else f"\\{m[0]}", text)
