"""What sheets of hours have in common: how hours are written, what was counted and how, and what they carry."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from roster_app.domain.hours import Basis, HoursCount
from roster_app.domain.ids import VolunteerId
from roster_app.domain.names import name_key
from roster_app.domain.team import Directory
from roster_app.i18n import _, ngettext
from roster_app.printing.dates import clock_words, date_words, moment_words
from roster_app.printing.fitting import Name
from roster_app.printing.furniture import Furniture, Imprint, internal_mark
from roster_app.printing.notices import NothingCounted, NothingHeld, Notice

_MOST_BASES = 3  # so many rosters are named one by one


@dataclass(frozen=True, slots=True)
class Counted:
    """A count with the team it is told of, and how each of the people is named on paper."""

    count: HoursCount
    directory: Directory
    names: Mapping[VolunteerId, Name]

    @property
    def last(self) -> date:
        """The last day asked for, or that of printing where it is not over yet."""
        return max(self.count.asked.first, min(self.count.asked.last, self.count.asked.until.date()))

    @property
    def place(self) -> str:
        """The checkpoint in a title, where one alone was asked for."""
        asked = self.count.asked.checkpoint_ids
        return self.directory.checkpoint[next(iter(asked))].name if len(asked) == 1 else ""

    def name(self, volunteer_id: VolunteerId) -> Name:
        """As they are named on paper."""
        return self.names.get(volunteer_id) or Name(_("somebody removed since"))

    def plain_name(self, volunteer_id: VolunteerId) -> Name:
        """Without the affiliation that tells namesakes apart, where it stands beside the name anyway."""
        name, person = self.name(volunteer_id), self.directory.volunteer.get(volunteer_id)
        return Name(name.text) if person and name.mark == f"({person.affiliation})" else name

    def in_order(self, people: Iterator[VolunteerId] | Sequence[VolunteerId]) -> list[VolunteerId]:
        """People in order of their pinyin."""
        known = self.directory.volunteer

        def rank(who: VolunteerId) -> tuple[str, int]:
            return (known[who].pinyin or name_key(known[who].name) if who in known else "", who)

        return sorted(people, key=rank)


def hours_words(minutes: int) -> str:
    """Of a total, in hours to a tenth, half of it upwards: 7.5, 40."""
    tenths = (minutes * 20 + 60) // 120
    return f"{tenths // 10}.{tenths % 10}".removesuffix(".0")


def length_words(minutes: int) -> str:
    """Of one duty, to the minute: 8:00, 5:20."""
    return f"{minutes // 60}:{minutes % 60:02}"


def duties_words(duties: int) -> str:
    """5 次, 5 duties."""
    return ngettext("{number} duty", "{number} duties", duties).format(number=duties)


def in_hours(minutes: int) -> str:
    """40 小时, 40 hours."""
    hours = hours_words(minutes)
    return ngettext("{hours} hour", "{hours} hours", 1 if hours == "1" else 2).format(hours=hours)


def method(counted: Counted, *, pending: bool = True) -> Iterator[str]:
    """口径说明: what was counted and how, in sentences; `pending` where all that was asked for is on one sheet."""
    count, team = counted.count, counted.directory
    yield _("Counted from {rosters}; who really came is not recorded in it").format(rosters=source_words(count))
    ended = _("Only duties that had ended by {moment} are counted").format(moment=moment_words(count.asked.until))
    if count.pending and pending:
        ended = _("{sentence} (still to end: {count})").format(sentence=ended, count=count.pending)
    yield ended
    yield _("Each person on each duty counts once, held in parts or not; minutes are added up and only sums rounded")
    night = clock_words(team.rules.night_start, team.rules.night_end)
    yield _("A duty belongs to the day it begins; hours at night are those within {night}").format(night=night)
    if any(post.reserve for post in team.posts):
        yield _("Reserve duties are not counted")
    if count.forgotten:
        words = ngettext(
            "{count} duty of an early edition is missing: its times are no longer known",
            "{count} duties of early editions are missing: their times are no longer known",
            count.forgotten,
        )
        yield words.format(count=count.forgotten)
    if len(count.asked.checkpoint_ids) > 1:
        places = (c.name for c in team.checkpoints_in_order if c.id in count.asked.checkpoint_ids)
        yield _("Checkpoints counted: {places}").format(places=_(", ").join(places))


def source_words(count: HoursCount) -> str:
    """值班表第3版（2020年4月6日至4月12日）; of many rosters how many there are."""
    if 1 <= len(count.bases) <= _MOST_BASES:
        return _(", ").join(map(_basis_words, count.bases))
    days = {"first": date_words(count.asked.first), "last": date_words(count.asked.last)}
    number = len(count.bases)
    words = ngettext("{count} roster from {first} to {last}", "{count} rosters from {first} to {last}", number)
    words = words.format(count=number, **days)
    return _("{rosters}, in parts a draft").format(rosters=words) if count.draft else words


def _basis_words(basis: Basis) -> str:
    days = {"first": date_words(basis.period.first), "last": date_words(basis.period.last)}
    if basis.edition is None:
        return _("the draft of the roster of {first} to {last}").format(**days)
    return _("edition {number} of the roster of {first} to {last}").format(number=basis.edition, **days)


def with_state(words: Furniture, counted: Counted, imprint: Imprint, *, marked: bool = True) -> Furniture:
    """The words around a sheet that is of a count, and of no edition in force: nobody calls its duty phone."""
    state = " · ".join(_state(counted.count, imprint.printed_at, marked=marked and imprint.internal))
    return replace(words, phone="", duty_leader="", draft=counted.count.draft, state=state)


def _state(count: HoursCount, at: datetime, *, marked: bool) -> Iterator[str]:
    if marked:
        yield internal_mark()
    if count.draft:
        yield _("Draft")
    elif count.edition is not None and len(count.bases) == 1:
        yield _("Edition {number}").format(number=count.edition)
    yield _("printed {moment}").format(moment=moment_words(at))


def count_notices(counted: Counted) -> Iterator[Notice]:
    """Where there is nothing to count, of everybody or of somebody asked for."""
    asked, standing = counted.count.asked, {line.volunteer_id for line in counted.count.lines}
    if not standing:
        yield NothingCounted(asked.until)
        return
    for who in counted.in_order([who for who in asked.people if who not in standing]):
        yield NothingHeld(str(counted.name(who)))
