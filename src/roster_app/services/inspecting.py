"""The use case of looking into a file before anything is stored; it needs no database."""

from datetime import date
from pathlib import Path

from roster_app.domain.inspected import AS_WRITTEN, Corrections, Inspection
from roster_app.exchange.inspecting.inspection import inspect_file


def inspect(path: Path, on: date, on_given: bool = True, corrections: Corrections = AS_WRITTEN) -> Inspection:
    """What the file says, read on the day `on`, with what the person corrected; a DomainError names a file that cannot
    be read."""
    return inspect_file(path, on, on_given, corrections)
