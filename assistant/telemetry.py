"""Libraries that report to their makers are told not to, before any of them can be imported.

Read by: ONNX Runtime (reports machine and interpreter, keeps an id of the device), Gradio (analytics, version check),
Hugging Face's client (which Gradio brings), Chroma (its product telemetry), LangSmith (which LangChain brings and which
sends prompts and answers). What a person set for other programs doesn't count here: their questions aren't to be sent.
Spans go where ``OTEL_EXPORTER_OTLP_ENDPOINT`` says, and by ``assistant.conversation.tracing`` alone.
"""

import os
from collections.abc import MutableMapping

OFF = {
    "DO_NOT_TRACK": "1",
    "ORT_DISABLE_TELEMETRY": "1",
    "GRADIO_ANALYTICS_ENABLED": "False",
    "GRADIO_RUN_HISTORY": "False",
    "GRADIO_SHARE": "False",
    "GRADIO_MCP_SERVER": "False",
    "HF_HUB_OFFLINE": "1",
    "HF_HUB_DISABLE_TELEMETRY": "1",
    "ANONYMIZED_TELEMETRY": "False",
    "CHROMA_OTEL_COLLECTION_ENDPOINT": "",
    "LANGSMITH_TRACING": "false",
    "LANGSMITH_TRACING_V2": "false",
    "LANGCHAIN_TRACING_V2": "false",
}
# Mere presence turns these on, or names another place to send to.
GONE = ("LANGCHAIN_TRACING", "LANGSMITH_OTEL_ENABLED", "LANGSMITH_RUNS_ENDPOINTS", "LANGCHAIN_RUNS_ENDPOINTS")


def disable_telemetry(env: MutableMapping[str, str] | None = None) -> None:
    """Sets what the libraries look at; child processes inherit it.

    Args:
        env: Variables; the process's own when None.
    """
    env = os.environ if env is None else env
    env.update(OFF)
    for name in GONE:
        env.pop(name, None)
