"""What the command line tells: sentences for people, and one object for programs where they ask for it."""

import json
import os
import sys
from collections.abc import Iterable, Mapping


class Teller:
    """Sentences go to the output; with `as_json` they make way to the error stream and one object ends the output."""

    def __init__(self, as_json: bool = False) -> None:
        self._as_json = as_json

    def say(self, sentence: str = "") -> None:
        """One line for people."""
        print(sentence, file=sys.stderr if self._as_json else sys.stdout, flush=True)

    def say_some(self, sentences: Iterable[str], most: int, more: str) -> None:
        """The first of many lines, and `more` with the {count} of those left out."""
        lines = list(sentences)
        for line in lines[:most]:
            self.say(f"  {line}")
        if len(lines) > most:
            self.say("  " + more.format(count=len(lines) - most))

    def conclude(self, facts: Mapping[str, object]) -> None:
        """The object for programs, on one line, last."""
        if self._as_json:
            print(json.dumps(facts, ensure_ascii=False, default=str), flush=True)


def complain(sentence: str) -> None:
    """One line on the error stream, named after the program as other programs do."""
    print(f"roster-app: {sentence}", file=sys.stderr, flush=True)


def use_any_console() -> None:
    """Let a console that lacks a character show a substitute instead of failing over it."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")


def stop_talking() -> None:
    """Whoever read the output has gone (`… | head`): say the rest to nobody, the end of the process included."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
