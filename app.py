"""Footnote in the browser: reads settings, builds the page, serves it."""

import sys

from assistant.page.serving.start import serve
from assistant.settings import read_settings
from assistant.telemetry import disable_telemetry

if __name__ == "__main__":
    disable_telemetry()
    try:
        settings = read_settings()
        sys.exit(serve(settings, settings.host, settings.port))
    except Exception as error:
        from assistant.contract import error_document

        if (told := error_document(error)) is None:
            raise
        sys.exit(f"footnote: {told['error']['message'].rstrip('.')}. {told['error']['hint']}".rstrip())
