"""Use cases over a database file of their own, with the clock in the test's hand."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from desk_cases import Clock, Office, small_office

from roster_app.services import Services, open_services


@pytest.fixture
def clock() -> Clock:
    return Clock(datetime(2020, 4, 8, 9, 30, 12))


@pytest.fixture
def services(tmp_path: Path, clock: Clock) -> Iterator[Services]:
    opened = open_services(f"sqlite:///{tmp_path / 'roster.db'}", "desk one", clock)
    yield opened
    opened.close()


@pytest.fixture
def office(services: Services) -> Office:
    """A team with one checkpoint of three shifts, a leading and a plain post, and six volunteers."""
    return small_office(services)
