"""Search as typed among many volunteers, beside a plain list filter and a QSortFilterProxyModel, key by key.

    python -m benchmarks.people [--people 10000] [--rounds N]

Each word is typed and taken back sign by sign; each sign is timed: finding alone, and until the table is painted.
The plain filter asks every person in turn for part of a name, of the pinyin, of the initials, of the affiliation,
and for a phone's tail; it knows no shorter syllables, no ü as u, no surnames read wrongly.
"""

import argparse
import os
import statistics
import sys
import time
from collections.abc import Callable
from datetime import date

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
)
from PySide6.QtWidgets import QTableView

from benchmarks.people.invented import crowd
from roster_app import i18n
from roster_app.domain.people import Volunteer
from roster_app.domain.search import SearchIndex
from roster_app.domain.team import Directory
from roster_app.gui.application import Application
from roster_app.gui.people.people_list import PeopleList
from roster_app.gui.people.rows import Column, Person, person_of

WORDS = ("zhangwei", "zw", "li", "ouysd", "lv", "ceng", "王", "欧阳", "张伟 颐和", "颐和社区", "0001", "x")
TODAY = date(2020, 4, 14)
_Index = QModelIndex | QPersistentModelIndex


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--people", type=int, default=10_000)
    parser.add_argument("--rounds", type=int, default=3)
    wish = parser.parse_args()
    if not os.environ.get("DISPLAY"):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = Application(sys.argv[:1])
    application.speak(i18n.install("zh_CN"))
    application.wear("light", 100)
    directory = crowd(wish.people)
    people = directory.volunteers
    began = time.perf_counter()
    index = SearchIndex(v.search_entry for v in people)
    print(f"{wish.people} people, {wish.rounds} rounds; the index was built in {_ms(began):.0f} ms\n")
    print(f"{'milliseconds a keystroke':34}{'median':>9}{'worst':>9}")
    finding = _typed(index.find, wish.rounds)
    plain = _typed(lambda words: [v for v in people if _plainly(v, words)], wish.rounds)
    _tell("finding, by the index", finding)
    _tell("finding, plain list filter", plain)
    narrowed = _typed(_page(directory, painted=False), wish.rounds)
    ours = _typed(_page(directory), wish.rounds)
    theirs = _typed(_proxy(directory), wish.rounds)
    _tell("found and shown by our table", narrowed)
    _tell("  the same and painted", ours)
    _tell("filter proxy, shown and painted", theirs)
    print(f"\nplain filter / index      {_ratio(plain, finding)}\nfilter proxy / our table  {_ratio(theirs, ours)}")
    return 0


def keystrokes() -> list[str]:
    """What stands in the field after each key: a word grows, then goes again."""
    grown = [[word[: n + 1] for n in range(len(word))] for word in WORDS]
    return [words for typed in grown for words in (*typed, *typed[-2::-1], "")]


def _typed(answer: Callable[[str], object], rounds: int) -> list[float]:
    taken = []
    for _round in range(rounds):
        for words in keystrokes():
            began = time.perf_counter()
            answer(words)
            taken.append(_ms(began))
    return taken


def _plainly(person: Volunteer, words: str) -> bool:
    wanted = "".join(words.split()).casefold()
    syllables = person.pinyin.split()
    return (
        wanted in person.name
        or "".join(syllables).startswith(wanted)
        or "".join(s[0] for s in syllables).startswith(wanted)
        or wanted in person.affiliation
        or (wanted.isdigit() and person.phone.endswith(wanted))
    )


def _page(directory: Directory, *, painted: bool = True) -> Callable[[str], object]:
    shown = PeopleList()
    shown.resize(1500, 900)
    shown.show_directory(directory, TODAY)
    shown.show()

    def type_and_paint(words: str) -> None:
        shown.search.setText(words)
        if painted:
            QCoreApplication.processEvents()

    return type_and_paint


def _proxy(directory: Directory) -> Callable[[str], object]:
    rows = [person_of(v, directory, TODAY) for v in directory.volunteers]
    proxy = _PlainFilter(_PlainRows(rows))
    table = QTableView()
    table.setModel(proxy)
    table.resize(1500, 900)
    table.show()

    def type_and_paint(words: str) -> None:
        proxy.narrow(words)
        QCoreApplication.processEvents()

    table.destroyed.connect(lambda: None)
    type_and_paint.__dict__["table"] = table  # lives as long as it is asked
    return type_and_paint


class _PlainRows(QAbstractTableModel):
    """A textbook model over a list."""

    def __init__(self, rows: list[Person]) -> None:
        super().__init__()
        self.rows = rows

    def rowCount(self, parent: _Index | None = None) -> int:  # noqa: N802
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def columnCount(self, parent: _Index | None = None) -> int:  # noqa: N802
        return len(Column)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        return self.rows[index.row()].texts[index.column()] if role == Qt.ItemDataRole.DisplayRole else None


class _PlainFilter(QSortFilterProxyModel):
    """A textbook filter over it."""

    def __init__(self, source: _PlainRows) -> None:
        super().__init__()
        self._rows, self._words = source, ""
        self.setSourceModel(source)

    def narrow(self, words: str) -> None:
        """Show whom the words mean."""
        self.beginFilterChange()
        self._words = words
        self.endFilterChange()

    def filterAcceptsRow(self, row: int, parent: _Index) -> bool:  # noqa: N802
        return not self._words or _plainly(self._rows.rows[row].volunteer, self._words)


def _tell(name: str, taken: list[float]) -> None:
    print(f"{name:34}{statistics.median(taken):9.2f}{max(taken):9.2f}")


def _ratio(theirs: list[float], ours: list[float]) -> str:
    median = statistics.median(theirs) / statistics.median(ours)
    return f"{median:.1f} x by median, {max(theirs) / max(ours):.1f} x by worst"


def _ms(began: float) -> float:
    return 1000 * (time.perf_counter() - began)


if __name__ == "__main__":
    raise SystemExit(main())
