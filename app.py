"""Footnote in the browser: reads settings, builds the page, serves it."""

import sys

from assistant.page.serving.start import serve
from assistant.settings import SettingError, read_settings
from assistant.telemetry import disable_telemetry
from tools.errors import MarketDataError

if __name__ == "__main__":
    disable_telemetry()
    try:
        settings = read_settings()
        sys.exit(serve(settings, settings.host, settings.port))
    except SettingError as error:
        sys.exit(f"footnote: {error}")
    except MarketDataError as error:
        sys.exit(f"footnote: {error.message}. {error.hint}".rstrip())
