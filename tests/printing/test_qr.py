"""The symbol says the token and nothing about people, and its rectangles are its modules."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roster_app.domain.ids import CheckpointId
from roster_app.printing.qr import merged, symbol, token

matrices = st.integers(1, 12).flatmap(
    lambda n: st.lists(st.lists(st.booleans(), min_size=n, max_size=n), min_size=1, max_size=12)
)


def filled(boxes: list[tuple[int, int, int, int]]) -> list[tuple[int, int]]:
    return [(x + dx, y + dy) for x, y, w, h in boxes for dx in range(w) for dy in range(h)]


@given(matrices)
def test_rectangles_cover_each_black_module_once_and_nothing_else(rows: list[list[bool]]) -> None:
    covered = filled(list(merged([bytes(row) for row in rows])))
    assert sorted(covered) == sorted((x, y) for y, row in enumerate(rows) for x, black in enumerate(row) if black)


def test_a_symbol_takes_far_fewer_rectangles_than_modules() -> None:
    modules, boxes = symbol("R1:3:1:20200406:7F3KQ")
    assert len(filled(list(boxes))) > 2 * len(boxes)
    assert modules == 25


def test_a_token_names_edition_checkpoint_day_and_code() -> None:
    assert token(3, CheckpointId(35), date(2020, 4, 6), "7F3KQ") == "R1:3:Z:20200406:7F3KQ"


@pytest.mark.parametrize("number", [0, 1, 2**62])
def test_the_largest_token_still_makes_a_symbol_of_25_modules(number: int) -> None:
    text = token(12, CheckpointId(number), date(2020, 4, 6), "7F3K2Q")
    assert symbol(text)[0] == 25
