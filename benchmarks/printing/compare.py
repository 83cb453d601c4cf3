"""The comparison: every maker writes the same sheets in the same rounds; medians, ratios, bytes, and words lost."""

import statistics
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from itertools import islice
from pathlib import Path

import pypdfium2

from benchmarks.grid.invented import filled
from benchmarks.printing.makers import OURS, PEERS, ready, why_missing
from benchmarks.printing.orders import MakeOrder, Order, daily_sheets, month_page
from benchmarks.printing.page import names_on
from roster_app.domain.editions import new_edition
from roster_app.domain.privacy import Privacy, Profile
from roster_app.domain.roster import Assignment
from roster_app.printing.fonts import fonts
from roster_app.printing.furniture import Imprint

DAYS = 31
PRINTED = datetime(2020, 3, 31, 18, 0)
KINDS: dict[str, MakeOrder] = {"month page": month_page, "31 daily sheets": daily_sheets}


@dataclass
class Measured:
    """One maker's documents of one kind: seconds for each, bytes and lost words of the last."""

    seconds: list[float] = field(default_factory=list)
    size: int = 0
    pages: int = 0
    lost: int = 0

    @property
    def median(self) -> float:
        """In seconds."""
        return statistics.median(self.seconds)


def compare(folder: Path, rounds: int) -> None:
    """Measure and print."""
    fonts()
    makers = [OURS]
    for peer in PEERS:
        if reason := why_missing(peer):
            print(f"{peer}: not compared: {reason}")
        else:
            makers.append(peer)
    for kind, make in KINDS.items():
        _print(kind, _measure(makers, list(islice(_orders(folder / kind, make), rounds + 1)), folder))


def _orders(folder: Path, make: MakeOrder) -> Iterator[Order]:
    """The same people in other turns for each round, so that nobody can keep a whole document."""
    folder.mkdir()
    services, period_id = filled(folder, 60, 1, DAYS)
    opened = services.rostering.open(period_id)
    services.close()
    duties, people = opened.roster.plan.duties, [v.id for v in opened.directory.volunteers]
    posted, turn = Privacy(opened.directory, Profile.POSTED).shown, 0
    while True:
        held = {duty.id: Assignment(people[(n * 7 + turn) % len(people)]) for n, duty in enumerate(duties)}
        roster = opened.roster.with_assignments(held)
        imprint = Imprint(PRINTED, new_edition(roster, 3, PRINTED, "区志明"), "陈志坚", "区志明")
        yield make(roster, posted, opened.directory.checkpoints[0].id, imprint)
        turn += 1


def _measure(makers: Sequence[str], orders: Sequence[Order], folder: Path) -> dict[str, Measured]:
    """The first round is not counted: it loads what has to be loaded once."""
    measured = {name: Measured() for name in makers}
    begun = {name: ready(name, folder) for name in makers}
    for number, order in enumerate(orders):
        for name, so_far in measured.items():
            write, path = begun[name](), folder / f"{name}.pdf"
            began = time.perf_counter()
            write(order, path)
            if number:
                so_far.seconds.append(time.perf_counter() - began)
            so_far.size, so_far.pages, so_far.lost = path.stat().st_size, *read_back(path, order)
    return measured


def read_back(path: Path, order: Order) -> tuple[int, int]:
    """How many pages it has, and how many of the words that were wanted nobody can copy out of it."""
    with pypdfium2.PdfDocument(path) as document:
        copied = "".join("".join(page.get_textpage().get_text_range().split()) for page in document)
        return len(document), sum(word not in copied for word in names_on(order.pages))


def _print(kind: str, measured: dict[str, Measured]) -> None:
    ours = measured[OURS].median
    print(f"\n{kind}\n{'':14}{'median, s':>10}{'worst':>8}{'ratio':>8}{'kB':>8}{'pages':>7}{'words lost':>12}")
    for name, found in measured.items():
        times = f"{found.median:10.3f}{max(found.seconds):8.3f}{found.median / ours:8.1f}"
        print(f"{name:14}{times}{found.size / 1000:8.0f}{found.pages:7}{found.lost:12}")
