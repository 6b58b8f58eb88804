"""Whether a model's message ended whole, and why not."""

from langchain_core.messages import AIMessage

from assistant.conversation.draft import ends_whole


def is_broken(message: AIMessage) -> bool:
    """Whether a message may end within a sentence: at its limit, or for no reason given."""
    return message.response_metadata.get("finish_reason") not in ("stop", "tool_calls")


def why_cut(message: AIMessage) -> str | None:
    """Why a message is no whole answer; None where it is one."""
    reason = message.response_metadata.get("finish_reason")
    if reason == "content_filter":
        return "The model's content filter stopped its answer"
    if reason == "length" and not message.tool_calls:
        return None  # what was written whole stands
    if message.invalid_tool_calls and not message.tool_calls:
        return "The model called a tool unreadably"
    # A stream that ended whole says why it ended, or at least ends a sentence.
    return None if reason or ends_whole(message.text) else "The model's stream broke off"
