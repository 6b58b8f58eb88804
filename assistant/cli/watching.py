"""footnote corpus watch: what is put into a folder is added, until Ctrl-C."""

import json
import time
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.cli.adding import Report, each_file, take_in

if TYPE_CHECKING:
    from corpus.holdings import Holdings

Seen = dict[str, tuple[int, int]]  # a file's path, and when it was changed and how large it was


def watch(folder: Path, holdings: "Holdings", *, seconds: float, once: bool, as_json: bool) -> int:
    """Adds a folder's files as they come, and tells of each.

    Nothing is asked: what lacks something, or would replace what is held, is refused with the reason, and looked at
    again only when it changes.

    Args:
        folder: Looked through with all below it.
        holdings: The library.
        seconds: Between two looks.
        once: Whether to look once, and end.
        as_json: Whether to tell in JSON, a line for each look that found anything.

    Returns:
        0; after one look 1 where anything was refused.
    """
    done: Seen = {}
    before: Seen | None = {} if not once else None
    refused = False
    try:
        while True:
            found = _files(folder)
            # One that still grows is left for the next look, which finds it as it was.
            ready = [path for path, state in found.items() if before is None or before.get(path) == state]
            report = Report()
            people = holdings.library().people
            for path in (path for path in ready if done.get(path) != found[path]):
                take_in(path, holdings, people, report)
                done[path] = found[path]
            refused = refused or bool(report.refused)
            _tell(report, holdings, as_json)
            if once:
                return 1 if refused else 0
            before = found
            time.sleep(seconds)
    except KeyboardInterrupt:  # each file is kept whole or not at all
        return 0


def _files(folder: Path) -> Seen:
    found: Seen = {}
    for path in each_file([str(folder)]):
        try:
            state = Path(path).stat()
        except OSError:  # gone since it was listed
            continue
        found[path] = (state.st_mtime_ns, state.st_size)
    return found


def _tell(report: Report, holdings: "Holdings", as_json: bool) -> None:
    fresh = [*report.added, *(row for row in report.updated if not row["unchanged"])]
    if fresh:
        holdings.settle()
    if as_json and (fresh or report.refused):
        print(json.dumps(asdict(report), ensure_ascii=False), flush=True)
    elif not as_json:
        Report(report.added, [row for row in report.updated if not row["unchanged"]], report.refused).show(False)
