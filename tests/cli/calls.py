"""What one call of the command line ended with."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from roster_app.cli import ExitCode


@dataclass(frozen=True, slots=True)
class Said:
    """Its exit code, and what it said on both streams."""

    code: ExitCode
    out: str
    err: str

    @property
    def facts(self) -> dict[str, Any]:
        """The object on the last line."""
        facts: dict[str, Any] = json.loads(self.out.splitlines()[-1])
        return facts


Run = Callable[..., Said]
