"""The model of an OpenAI-compatible endpoint, and what its failures mean."""

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel

SECONDS = 60.0  # for one answer of the endpoint
RETRIES = 2


def endpoint_configured() -> bool:
    """Whether the environment names an endpoint, by key or by address."""
    return bool(os.environ.get("OPENAI_API_KEY") or os.environ.get("OPENAI_BASE_URL"))


def endpoint_model(name: str) -> "BaseChatModel":
    """A model of the configured endpoint.

    Args:
        name: As the endpoint knows it; key and address are read from the environment as OpenAI's client reads them.
    """
    from langchain_openai import ChatOpenAI

    key = os.environ.get("OPENAI_API_KEY") or "none"  # self-hosted servers take any
    return ChatOpenAI(model=name, api_key=key, timeout=SECONDS, max_retries=RETRIES, streaming=True, stream_usage=True)  # type: ignore[arg-type]


def model_fault(error: Exception) -> str | None:
    """What an endpoint's failure means, in one line; None where the error isn't the endpoint's."""
    import json

    import httpx
    import openai

    where = os.environ.get("OPENAI_BASE_URL", "the OpenAI API")
    match error:
        case openai.AuthenticationError() | openai.PermissionDeniedError():
            return f"{where} rejected the key ({error.status_code}); check OPENAI_API_KEY"
        case openai.NotFoundError():
            return f"{where} has no such model (404); check FOOTNOTE_MODEL"
        case openai.RateLimitError():
            return f"{where} is out of quota or asks to wait (429)"
        case openai.APITimeoutError():
            return f"{where} did not answer within {SECONDS:.0f} s"
        case openai.APIConnectionError():
            return f"{where} can't be reached; check OPENAI_BASE_URL"
        case openai.APIStatusError():
            return f"{where} answered {error.status_code}"
        case openai.OpenAIError() | httpx.HTTPError() | json.JSONDecodeError():
            return f"{where} broke off or answered unreadably ({type(error).__name__})"
    return None
