"""服务证明: for each volunteer one formal page that says from when to when, how often and how long they stood."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import reduce

from roster_app.domain.hours import HoursLine, grouped, of_kind, total
from roster_app.domain.ids import VolunteerId
from roster_app.i18n import _
from roster_app.printing.counted import Counted, count_notices, duties_words, in_hours, source_words, with_state
from roster_app.printing.dates import clock_words, date_words
from roster_app.printing.fonts import TypeCase
from roster_app.printing.furniture import Furniture, Imprint, furniture, signs
from roster_app.printing.notices import NothingCounted, Notice, missing_characters
from roster_app.printing.titles import Heading

BEGIN, END = "\ue000", "\ue001"
"""Around what is set bold, in a sentence that is not yet taken apart."""
_MOST_PLACES = 4  # so many checkpoints are named


@dataclass(frozen=True, slots=True)
class CertificatePage:
    """One page, ready to be drawn. `text` has BEGIN and END around what is bold; `issuers` are lines of the organiser.

    `closing` is 特此证明; empty, as the issuers are, on the page that says that nobody stood.
    """

    words: Furniture
    text: str
    closing: str
    issuers: tuple[str, ...]
    day: str
    seal: str
    remark: str
    notices: tuple[Notice, ...]


def paginate(counted: Counted, imprint: Imprint, type_case: TypeCase) -> tuple[CertificatePage, ...]:
    """A page for each volunteer in order of their pinyin; whoever stood nothing has none, and a notice says so."""
    by_person = grouped(counted.count.lines, lambda line: line.volunteer_id)
    pages = [_page(counted, imprint, who, by_person[who]) for who in counted.in_order(list(by_person))]
    pages = pages or [_empty(counted, imprint)]
    notices = (*count_notices(counted), *_missing(counted, imprint, pages, type_case))
    return tuple(replace(page, notices=notices) for page in pages)


def _page(counted: Counted, imprint: Imprint, who: VolunteerId, lines: Sequence[HoursLine]) -> CertificatePage:
    return CertificatePage(
        words=_words(counted, imprint),
        text=reduce(_joined, _sentences(counted, who, lines)),
        closing=_("In witness whereof this certificate is issued."),
        issuers=_issuers(counted),
        day=date_words(imprint.printed_at.date()),
        seal=_("(seal)"),
        remark=_("Counted from {rosters}; who really came is not recorded in it").format(
            rosters=source_words(counted.count)
        ),
        notices=(),
    )


def _empty(counted: Counted, imprint: Imprint) -> CertificatePage:
    said = NothingCounted(counted.count.asked.until).words()
    return CertificatePage(_words(counted, imprint), said, "", (), "", "", "", ())


def _words(counted: Counted, imprint: Imprint) -> Furniture:
    """Signed by who certifies it and who made it out, as the team calls them."""
    own = imprint.stationery
    words = furniture(
        counted.directory,
        imprint,
        (),
        heading=Heading(_("Certificate of service"), _("Certificate of service"), counted.place),
        lead="",
        rules=(),
        page=(1, 1),
    )
    certified = _("Certified by") if own.reviewed_label is None else own.reviewed_label
    made = _("Made out by") if own.made_label is None else own.made_label
    signers = tuple(pair for pair in ((certified, imprint.reviewed_by), (made, imprint.made_by)) if pair[0])
    return replace(with_state(words, counted, imprint, marked=False), signers=signers)


def _issuers(counted: Counted) -> tuple[str, ...]:
    """The office, then its team, each on a line of its own."""
    team = counted.directory.team
    return tuple(dict.fromkeys(name for name in (team.office, team.name) if name))


def _sentences(counted: Counted, who: VolunteerId, lines: Sequence[HoursLine]) -> Iterator[str]:
    yield _certified(counted, who, lines)
    office, free = (tuple(of_kind(lines, office_duty=kind)) for kind in (True, False))
    if office and free:
        yield _("Of these, {free} were volunteering and {office} office duty.").format(
            free=_amount(free), office=_amount(office)
        )
    else:
        yield _("All of it was office duty.") if office else _("All of it was volunteering.")
    if night := total(lines).night_minutes:
        rules = counted.directory.rules
        clock = clock_words(rules.night_start, rules.night_end)
        yield _("{hours} of it were at night ({clock}).").format(hours=in_hours(night), clock=clock)


def _joined(sentence: str, following: str) -> str:
    return _("{sentence} {following}").format(sentence=sentence, following=following)


def _certified(counted: Counted, who: VolunteerId, lines: Sequence[HoursLine]) -> str:
    """兹证明颐和张伟同志于…至…参加横三社区横三突击队（宋屋村卡口）值班，共5次、40小时。"""
    words = {
        "name": _bold(counted.name(who).text),
        "affiliation": _affiliation(counted, who),
        "team": reduce(_joined, _issuers(counted)),
        "places": _places(counted, lines),
        "first": date_words(counted.count.asked.first),
        "last": date_words(counted.last),
        "duties": _bold(duties_words(total(lines).duties)),
        "hours": _bold(in_hours(total(lines).minutes)),
    }
    if words["affiliation"]:
        return _(
            "This is to certify that {name} ({affiliation}) stood duty with {team} at {places} "
            "from {first} to {last}: {duties}, {hours} in all."
        ).format(**words)
    return _(
        "This is to certify that {name} stood duty with {team} at {places} "
        "from {first} to {last}: {duties}, {hours} in all."
    ).format(**words)


def _affiliation(counted: Counted, who: VolunteerId) -> str:
    """Or else whatever tells namesakes apart."""
    person = counted.directory.volunteer.get(who)
    mark = counted.name(who).mark
    return mark[1:-1] if mark.startswith("(") and mark.endswith(")") else (person.affiliation if person else "") or mark


def _places(counted: Counted, lines: Sequence[HoursLine]) -> str:
    """Where most was stood first; of many only the first are named."""
    hours = grouped(lines, lambda line: line.checkpoint_id)
    order = sorted(hours, key=lambda place: (-total(hours[place]).minutes, place))
    names = [counted.directory.checkpoint[c].name for c in order[:_MOST_PLACES] if c in counted.directory.checkpoint]
    words = _(", ").join(names)
    return _("{places} and others").format(places=words) if len(order) > _MOST_PLACES else words


def _amount(lines: Sequence[HoursLine]) -> str:
    hours = total(lines)
    return _("{duties} ({hours})").format(duties=duties_words(hours.duties), hours=in_hours(hours.minutes))


def _bold(text: str) -> str:
    return f"{BEGIN}{text}{END}"


def _missing(
    counted: Counted, imprint: Imprint, pages: Sequence[CertificatePage], type_case: TypeCase
) -> Iterator[Notice]:
    people = [str(counted.name(who)) for who in grouped(counted.count.lines, lambda line: line.volunteer_id)]
    places = [place.name for place in counted.directory.checkpoints]
    issuers = [line for page in pages for line in page.issuers]
    yield from missing_characters((*signs(counted.directory, imprint), *issuers, *people, *places), type_case)
