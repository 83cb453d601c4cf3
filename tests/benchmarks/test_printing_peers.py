"""The sheets and the peers they are compared with say the same: every maker's pages hold every word of ours."""

from datetime import datetime
from pathlib import Path

import pytest

from benchmarks.grid.invented import filled
from benchmarks.printing.compare import read_back
from benchmarks.printing.makers import OURS, PEERS, ready, why_missing
from benchmarks.printing.orders import MakeOrder, Order, daily_sheets, month_page
from benchmarks.printing.page import names_on
from roster_app.domain.editions import new_edition
from roster_app.printing.furniture import Imprint

PRINTED = datetime(2020, 3, 31, 18, 0)


def order_of(folder: Path, make: MakeOrder) -> Order:
    """Three days of one checkpoint."""
    services, period_id = filled(folder, 12, 1, 3)
    opened = services.rostering.open(period_id)
    services.close()
    imprint = Imprint(PRINTED, new_edition(opened.roster, 3, PRINTED, "区志明"), "陈志坚", "区志明")
    return make(opened.roster, opened.directory, opened.directory.checkpoints[0].id, imprint)


@pytest.mark.parametrize("name", [OURS, *PEERS])
@pytest.mark.parametrize(("make", "pages"), [(month_page, 1), (daily_sheets, 3)])
@pytest.mark.filterwarnings("ignore::DeprecationWarning")  # of the peers, about themselves
def test_every_maker_makes_the_same_pages_with_every_word(
    tmp_path: Path, chinese: str, name: str, make: MakeOrder, pages: int
) -> None:
    if name in PEERS and (reason := why_missing(name)):
        pytest.skip(f"{name}: {reason}")
    order = order_of(tmp_path, make)
    assert {"陈志明", "夜班"} <= names_on(order.pages)
    path = tmp_path / f"{name}.pdf"
    ready(name, tmp_path)()(order, path)
    assert read_back(path, order) == (pages, 0)
