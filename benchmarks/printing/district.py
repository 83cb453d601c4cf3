"""A district's teams, each with all its sheets of a month, in one go, as the print centre makes them."""

import time
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from multiprocessing import get_context
from pathlib import Path

from benchmarks.grid.invented import TEAM, filled
from roster_app import i18n
from roster_app.domain import edits
from roster_app.services import open_services
from roster_app.services.sheets import WITH_PHONES, Profile, SheetKind, SheetOrder

PEOPLE, CHECKPOINTS, DAYS = 60, 3, 30


@dataclass(frozen=True, slots=True)
class Printed:
    """What one kind of sheet took; seconds with reading the database and writing the files."""

    pages: int = 0
    seconds: float = 0.0
    size: int = 0

    def with_more(self, pages: int, seconds: float, size: int) -> "Printed":
        """And another document."""
        return replace(self, pages=self.pages + pages, seconds=self.seconds + seconds, size=self.size + size)


def print_district(folder: Path, teams: int) -> None:
    """Make the teams, print all of them in a process of its own, and tell what it took."""
    for number in range(teams):
        _make_team(folder / str(number))
    with ProcessPoolExecutor(1, get_context("spawn")) as other:
        before, kinds, after = other.submit(_print_all, folder, teams).result()
    total = Printed()
    print(
        f"\na district: {teams} teams of {PEOPLE} people, {CHECKPOINTS} checkpoints, {DAYS} days, every kind of sheet"
    )
    print(f"{'':14}{'pages':>8}{'seconds':>10}{'s / 100 pages':>15}{'MB':>8}")
    for kind, printed in kinds.items():
        _print(kind, printed)
        total = total.with_more(printed.pages, printed.seconds, printed.size)
    _print("all", total)
    if before is not None and after is not None:
        print(f"memory: {after} MB at the most, {before} MB before the first sheet")


def _print(kind: str, printed: Printed) -> None:
    hundred = 100 * printed.seconds / printed.pages
    print(f"{kind:14}{printed.pages:8}{printed.seconds:10.2f}{hundred:15.2f}{printed.size / 1e6:8.1f}")


def _make_team(folder: Path) -> None:
    """A published month and one change since, so that there is something to tell on a change sheet."""
    folder.mkdir(parents=True)
    services, period_id = filled(folder, PEOPLE, CHECKPOINTS, DAYS)
    services.rostering.publish(period_id)
    roster = services.rostering.open(period_id).roster
    duty = roster.plan.duties[0].id
    somebody = next(
        v.id for v in services.rostering.open(period_id).directory.volunteers if v.id != roster.holder(duty)
    )
    services.rostering.apply_edit(period_id, edits.assign(roster, duty, somebody))
    services.close()


def _print_all(folder: Path, teams: int) -> tuple[int | None, dict[str, Printed], int | None]:
    """Peak of memory before and after, and what each kind took."""
    i18n.install("zh_CN")
    before, kinds = _peak_mb(), {str(kind): Printed() for kind in SheetKind}
    for number in range(teams):
        services = open_services(f"sqlite:///{folder / str(number) / 'roster.db'}", "desk")
        (period,) = services.rostering.periods(TEAM)
        for kind in SheetKind:
            profile = Profile.INTERNAL if kind in WITH_PHONES else None
            order = SheetOrder(kind, period.first, period.last, profile=profile)
            began = time.perf_counter()
            sheet = services.sheets.print(period.id, order, folder / str(number) / f"{kind}.pdf")
            taken = time.perf_counter() - began
            kinds[kind] = kinds[kind].with_more(sheet.pages, taken, sheet.path.stat().st_size)
        services.close()
    return before, kinds, _peak_mb()


def _peak_mb() -> int | None:
    """The most memory this process has held (Linux): what rusage tells counts the process that started it, too."""
    try:
        status = Path("/proc/self/status").read_text(encoding="ascii")
    except OSError:
        return None
    return next(int(line.split()[1]) // 1024 for line in status.splitlines() if line.startswith("VmHWM"))
