"""A model on loopback that writes sections, answers, and can be made to hesitate in the middle of an answer."""

import re
import threading
from typing import Any

from tests.model_server import Calls, ModelServer, Reply, Text

PATIENCE = 60  # seconds
HESITATE = "hesitate"  # a question that holds this word waits for ``go``


class Model:
    """What it was asked, and whether it may go on.

    Attributes:
        sections: Titles of the commentary's sections it was asked for, each as often as it was.
        asked: Set when a question made it hesitate.
        go: Set to let it go on.
    """

    def __init__(self) -> None:
        self.sections: list[str] = []
        self.asked, self.go = threading.Event(), threading.Event()
        self.server = ModelServer(self)

    def __call__(self, body: dict[str, Any]) -> Reply:
        last = body["messages"][-1]
        said = str(last["content"])
        if found := re.search(r'Write the section "([^"]+)"', said):
            self.sections.append(found[1])
        elif last["role"] == "user":
            if HESITATE in said:
                self.asked.set()
                self.go.wait(PATIENCE)
            return Calls(("levels", {"subjects": ["rut"]}))
        return Text("The Russell 2000 closed at {rut.close} on 22 January 2026.")

    @property
    def settings(self) -> dict[str, str]:
        """What points a copy at it."""
        return {"OPENAI_BASE_URL": self.server.url, "OPENAI_API_KEY": "sk-test", "FOOTNOTE_MODEL": "scripted"}

    def close(self) -> None:
        """Ends it, and whoever waits for it."""
        self.go.set()
        self.server.close()
