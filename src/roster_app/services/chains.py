"""Use cases about sign-up chains: reading a pasted text, resolving its people; nothing is stored here."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from roster_app.domain.chains import Chain, ChainShift
from roster_app.domain.people import Volunteer
from roster_app.domain.team import Directory
from roster_app.exchange.chain.resolving import KnownPerson

__all__ = ["KnownPerson", "known_people", "read_chain_text", "read_file", "read_people", "read_shifts", "team_shifts"]


def read_chain_text(
    text: str, on: date, shifts: Sequence[ChainShift] = (), people: Sequence[KnownPerson] = ()
) -> Chain:
    """What a pasted text says, with its people resolved among the given; without any, they stay as written.

    Raises DomainError (FILE_TOO_LARGE) for what is too long to be a chain.
    """
    from roster_app.domain.names import tidy_name
    from roster_app.exchange.chain import read_chain
    from roster_app.exchange.chain.resolving import resolve_people

    names = frozenset(name for p in people for name in (tidy_name(p.name), *p.aliases))
    chain = read_chain(text, on, shifts, names)
    return resolve_people(chain, people) if people else chain


def read_file(path: str) -> str:
    """The text of a chain in a file; `-` is the standard input. Raises DomainError."""
    from roster_app.exchange.chain.files import read_text

    return read_text(path)


def read_people(path: Path) -> list[KnownPerson]:
    """The people of a list of volunteers. Raises DomainError."""
    from roster_app.exchange.chain import files

    return files.read_people(path)


def read_shifts(text: str) -> tuple[ChainShift, ...]:
    """Shifts as `早班 06:30-11:30,…`. Raises ValueError."""
    from roster_app.exchange.chain import files

    return files.read_shifts(text)


def known_people(volunteers: Sequence[Volunteer]) -> list[KnownPerson]:
    """The people of a team as a chain may name them."""
    from roster_app.exchange.chain.files import known_person

    return [known_person(volunteer) for volunteer in volunteers]


def team_shifts(directory: Directory) -> tuple[ChainShift, ...]:
    """The shifts of a team, in order of their start."""
    found = sorted(directory.shift_type.values(), key=lambda shift: (shift.start, shift.end, shift.name))
    return tuple(ChainShift(shift.name, shift.start, shift.end) for shift in found)
