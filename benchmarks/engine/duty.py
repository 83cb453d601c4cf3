"""The format of the duty instances (JSON), read into plain values."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from benchmarks.engine.published import BadInstance

Row = tuple[str, int, str, str, str]
"""Volunteer, day, shift type, checkpoint and post of one filled seat."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A shift type: minutes from the midnight of the day it belongs to; `start` may lie beyond that day's end."""

    id: str
    start: int
    end: int
    night: bool


@dataclass(frozen=True, slots=True)
class Post:
    """A post of a checkpoint, staffed by `seats` people in every shift type of every day."""

    checkpoint: str
    area: int
    id: str
    seats: int
    requires: frozenset[str]


@dataclass(frozen=True, slots=True)
class Volunteer:
    """A person; days count from 0."""

    id: str
    area: int
    qualifications: frozenset[str]
    unavailable: frozenset[int]
    wanted: frozenset[int]
    no_nights: bool
    new: bool


@dataclass(frozen=True, slots=True)
class Rules:
    """The hard limits: minutes of rest, days and nights in a row, shifts in days 0–6, 7–13, …"""

    min_rest: int
    max_days: int
    max_nights: int
    max_week: int
    apart: tuple[tuple[str, str], ...]
    new_at_most_experienced: bool


@dataclass(frozen=True, slots=True)
class DutyInstance:
    """An instance; day 0 is a Monday, so that day % 7 in (5, 6) is a weekend."""

    start: date
    days: int
    kinds: tuple[Kind, ...]
    posts: tuple[Post, ...]
    people: tuple[Volunteer, ...]
    rules: Rules
    weights: Mapping[str, int]

    @property
    def seats_a_shift(self) -> int:
        """The seats of all posts in one shift."""
        return sum(post.seats for post in self.posts)

    @property
    def seats(self) -> int:
        """All seats of all days."""
        return self.seats_a_shift * len(self.kinds) * self.days


def read(path: Path) -> DutyInstance:
    """The instance of a file; raises BadInstance, or OSError where there is no such file."""
    try:
        return parse(json.loads(path.read_text(encoding="utf-8")))
    except (UnicodeDecodeError, json.JSONDecodeError) as reason:
        raise BadInstance(f"not JSON ({reason})") from None


def parse(told: Any) -> DutyInstance:
    """The instance a JSON value tells; raises BadInstance with what is missing or of the wrong kind."""
    try:
        return DutyInstance(
            start=date.fromisoformat(told["start"]),
            days=int(told["days"]),
            kinds=tuple(_kind(s, told["night_shift_types"]) for s in told["shift_types"]),
            posts=tuple(_post(c, p) for c in told["checkpoints"] for p in c["posts"]),
            people=tuple(map(_volunteer, told["volunteers"])),
            rules=_rules(told["rules"]),
            weights={part: int(weight) for part, weight in told["weights"].items()},
        )
    except KeyError as missing:
        raise BadInstance(f"{missing} is missing") from None
    except (TypeError, ValueError) as reason:
        raise BadInstance(f"not a duty instance ({reason})") from None


def _kind(told: Any, nights: list[str]) -> Kind:
    return Kind(told["id"], int(told["start"]), int(told["end"]), told["id"] in nights)


def _post(checkpoint: Any, told: Any) -> Post:
    return Post(checkpoint["id"], checkpoint["area"], told["id"], int(told["seats"]), frozenset(told["requires"]))


def _volunteer(told: Any) -> Volunteer:
    return Volunteer(
        told["id"],
        told["area"],
        frozenset(told["qualifications"]),
        unavailable=frozenset(told["unavailable_days"]),
        wanted=frozenset(told["wanted_days"]),
        no_nights=bool(told["no_nights"]),
        new=bool(told.get("new", False)),
    )


def _rules(told: Any) -> Rules:
    return Rules(
        min_rest=int(told["min_rest_minutes"]),
        max_days=int(told["max_consecutive_days"]),
        max_nights=int(told["max_consecutive_nights"]),
        max_week=int(told["max_shifts_a_week"]),
        apart=tuple((a, b) for a, b in told.get("keep_apart", [])),
        new_at_most_experienced=bool(told.get("new_at_most_experienced", False)),
    )
