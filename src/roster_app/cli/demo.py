"""`roster-app demo`: the whole way in one go, from the sample team's list to sheets, in a folder of its own."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from pathlib import Path
from time import monotonic

from roster_app.cli.call import Call
from roster_app.cli.exit_codes import ExitCode
from roster_app.cli.generating import everything_planned_by_machine, proposal_facts, search, store, told
from roster_app.cli.outcome import DemoFiles, Outcome, WindowWish
from roster_app.cli.people_commands import tell_plan
from roster_app.cli.roster_facts import (
    Judged,
    roster_facts,
    tell_conflicts,
    tell_cover,
    tell_spread,
    tell_vacancies,
)
from roster_app.domain.errors import DomainError, ErrorCode
from roster_app.domain.roster import RosterPeriod
from roster_app.i18n import _, ngettext
from roster_app.services import Services
from roster_app.services.generating import Search
from roster_app.services.samples import SampleStored, store_sample
from roster_app.services.sheets import PaperSize, PrintedSheet, SheetKind, SheetOrder, edition_shown
from roster_app.services.words import period_title

_SUNDAY = 6


@dataclass
class _Steps:
    """How long each step took, in seconds."""

    seconds: dict[str, float] = field(default_factory=dict)

    @contextmanager
    def step(self, name: str) -> Iterator[None]:
        """Time what happens in the block."""
        started = monotonic()
        yield
        self.seconds[name] = round(monotonic() - started, 3)


def demo(call: Call) -> Outcome:
    """Do the main job in the folder; done there before, it is done again and nothing is doubled.

    What a person has arranged by hand or locked since then stays; the sheets are written anew.
    """
    folder = _folder(call.arguments.dir)
    url = f"sqlite:///{(folder / 'roster.db').as_posix()}"
    steps = _Steps()
    with steps.step("total"), ExitStack() as opened:
        engine = opened.enter_context(Search())
        engine.warm()
        with steps.step("open"):
            services = opened.enter_context(call.services(url))
        judged, facts = _rostered(call, services, engine, steps)
        with steps.step("publish"):
            _publish(call, services, judged)
        sheets = _printed(services, judged, folder / "sheets", call.settings.paper, steps)
    _tell_sheets(call, sheets, folder)
    call.teller.say(_("All in {seconds} s.").format(seconds=f"{steps.seconds['total']:.1f}"))
    paths = [str(sheet.path) for sheet in sheets]
    call.teller.conclude({**roster_facts(judged), **facts, "sheets": paths, "seconds": steps.seconds})
    files = DemoFiles(folder / "settings.json", folder / "window.ini")
    window = None if call.arguments.no_window else WindowWish(replace(call.settings, database_url=url), files)
    return Outcome(ExitCode.DONE if judged.sound else ExitCode.ATTENTION, window)


def _folder(wanted: Path) -> Path:
    folder = wanted.expanduser().resolve()
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise DomainError(ErrorCode.FOLDER_NOT_WRITABLE, path=folder, reason=error.strerror or error) from error
    return folder


def _rostered(call: Call, services: Services, engine: Search, steps: _Steps) -> tuple[Judged, dict[str, object]]:
    """Everything up to the stored and judged roster."""
    with steps.step("import"):
        sample = store_sample(services.desk)
    _tell_people(call, services, sample)
    with steps.step("plan"):
        period = _period(services, sample)
        opened = services.rostering.open(period.id)
    duties = len(opened.roster.plan.duties)
    call.teller.say(
        ngettext("{period}: {count} duty to fill.", "{period}: {count} duties to fill.", duties).format(
            period=period_title(period.first, period.last), count=duties
        )
    )
    with steps.step("generate"):
        searched = search(engine, opened, everything_planned_by_machine(opened), call.arguments.seconds, call.teller)
    call.teller.say(told(searched.proposal))
    with steps.step("store"):
        store(services, opened, searched.proposal)
    with steps.step("check"):
        judged = Judged.of(services.rostering.open(period.id))
        judged.sound  # noqa: B018  the proof is worked out at the first question
    tell_cover(call.teller, judged)
    tell_vacancies(call.teller, judged)
    tell_conflicts(call.teller, judged)
    tell_spread(call.teller, judged)
    return judged, {"search": proposal_facts(searched)}


def _tell_people(call: Call, services: Services, sample: SampleStored) -> None:
    directory = services.teams.directory(sample.team_id)
    call.teller.say(directory.team.name)
    if sample.plan is not None:
        tell_plan(call.teller, sample.plan)
    count = len(directory.volunteers)
    call.teller.say(ngettext("{count} volunteer.", "{count} volunteers.", count).format(count=count))


def _period(services: Services, sample: SampleStored) -> RosterPeriod:
    """The month of the sample, as it is there already or made now."""
    for period in services.rostering.periods(sample.team_id):
        if (period.first, period.last) == (sample.first, sample.last):
            return period
    return services.rostering.create_period(sample.team_id, sample.first, sample.last)


def _publish(call: Call, services: Services, judged: Judged) -> None:
    """Fix a sound roster as an edition, unless it is one already; one that is not sound stays a draft."""
    opened = judged.opened
    if judged.sound and edition_shown(opened.roster, opened.editions) is None:
        edition = services.rostering.publish(opened.period.id)
        call.teller.say(_("Published as edition {number}.").format(number=edition.number))


def _printed(services: Services, judged: Judged, folder: Path, paper: str, steps: _Steps) -> list[PrintedSheet]:
    """A wall roster for each week of the month and the duty sheets of each day, a file each."""
    period = judged.opened.period
    with steps.step("wall_sheets"):
        walls = [
            services.sheets.print(
                period.id, SheetOrder(SheetKind.WALL, first, last, paper=PaperSize(paper)), folder / f"wall-{first}.pdf"
            )
            for first, last in _weeks(period)
        ]
    with steps.step("duty_sheets"):
        days = [
            services.sheets.print(period.id, SheetOrder(SheetKind.DUTY, day, day), folder / f"duty-{day}.pdf")
            for day in period.days
        ]
    return [*walls, *days]


def _weeks(period: RosterPeriod) -> Iterator[tuple[date, date]]:
    """The period cut at its Mondays."""
    first = period.first
    while first <= period.last:
        last = min(first + timedelta(days=_SUNDAY - first.weekday()), period.last)
        yield first, last
        first = last + timedelta(days=1)


def _tell_sheets(call: Call, sheets: list[PrintedSheet], folder: Path) -> None:
    pages = sum(sheet.pages for sheet in sheets)
    call.teller.say(
        _("{files} sheets with {pages} pages are in {folder}").format(
            files=len(sheets), pages=pages, folder=folder / "sheets"
        )
    )
    for notice in dict.fromkeys(notice for sheet in sheets for notice in sheet.notices):
        call.teller.say(f"  {notice}")
    if any(sheet.edition is None for sheet in sheets):
        call.teller.say(_("They are marked as a draft until the roster is published."))
