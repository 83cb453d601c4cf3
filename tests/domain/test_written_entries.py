"""Entries in plain values: every one comes back equal, and what cannot be read is named."""

import json
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given

from roster_app.domain import book
from roster_app.domain.book.entry import CrewEntry, LineEntry, PersonalEntry
from roster_app.domain.book.families import FAMILIES
from roster_app.domain.book.written import WrittenEntry, read_entry, written
from roster_app.domain.errors import DomainError, ErrorCode
from rule_entries import Named

ANY = Named([1, 2, 3], [11, 12], [21, 22, 23], [31, 32], [41, 42])


def test_every_family_of_the_book_is_known_by_its_name() -> None:
    general = {book.Entry, CrewEntry, PersonalEntry, LineEntry}
    told = [getattr(book, name) for name in book.__all__]
    assert set(FAMILIES.values()) == {f for f in told if isinstance(f, type) and issubclass(f, book.Entry)} - general
    assert all(name == family.__name__ for name, family in FAMILIES.items())


@given(ANY.entries())
def test_an_entry_comes_back_from_its_plain_values(entry: book.Entry) -> None:
    told = written(entry)
    kept = json.loads(json.dumps([told.family, told.whom, told.parameters]))
    assert read_entry(WrittenEntry(*kept)) == entry


def test_a_field_left_out_stands_at_its_default() -> None:
    assert read_entry(WrittenEntry("NotAlone")) == book.NotAlone()
    assert read_entry(WrittenEntry("MinRest", [1], {"minutes": 660})) == book.MinRest(660, people=frozenset({1}))


GOOD = {
    "MinRest": written(book.MinRest(660, after=book.NIGHTS)),
    "FixedRotation": written(book.FixedRotation(11, (21, None), date(2020, 4, 1))),
    "AmountLimit": written(book.AmountLimit(book.Measure.DUTIES, book.Window.WEEK, most=3)),
}


@pytest.mark.parametrize(
    ("family", "field", "value"),
    [
        ("MinRest", "minutes", "660"),
        ("MinRest", "minutes", True),
        ("MinRest", "minutes", 1.0),
        ("MinRest", "points", [1]),
        ("MinRest", "after", {"nights": 1}),
        ("MinRest", "after", []),
        ("MinRest", "hours", 11),
        ("FixedRotation", "cycle", 21),
        ("FixedRotation", "cycle", ["21"]),
        ("FixedRotation", "first", "1 April"),
        ("FixedRotation", "first", 20200401),
        ("AmountLimit", "measure", "hours"),
        ("AmountLimit", "window", 7),
    ],
)
def test_a_value_the_field_cannot_have_is_refused_by_name(family: str, field: str, value: object) -> None:
    told = replace(GOOD[family], parameters={**GOOD[family].parameters, field: value})
    with pytest.raises(DomainError) as refused:
        read_entry(told)
    assert refused.value.code is ErrorCode.RULE_UNREADABLE
    assert refused.value.facts["family"] == family
    assert refused.value.facts["field"] in (field, "nights")


@pytest.mark.parametrize(
    ("told", "field"),
    [
        (WrittenEntry("Moonlight"), "family"),
        (WrittenEntry("MinRest"), "minutes"),
        (WrittenEntry("NotAlone", [1]), "whom"),
        (WrittenEntry("MinRest", ["1"], {"minutes": 660}), "people"),
    ],
)
def test_what_is_unknown_or_missing_is_refused_by_name(told: WrittenEntry, field: str) -> None:
    with pytest.raises(DomainError) as refused:
        read_entry(told)
    assert refused.value.facts == {"family": told.family, "field": field}
