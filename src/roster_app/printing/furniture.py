"""What surrounds the table on every sheet: title, period, duty phone, rules, signatures, edition, page number."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from math import inf

from roster_app.domain.ids import CheckpointId
from roster_app.domain.roster import Edition
from roster_app.domain.stationery import USUAL, Stationery
from roster_app.domain.team import Directory
from roster_app.i18n import _
from roster_app.printing.dates import moment_words
from roster_app.printing.fitting import Frame
from roster_app.printing.fonts import Face
from roster_app.printing.notices import UnannouncedYear
from roster_app.printing.qr import sheet_token, symbol
from roster_app.printing.surface import FRAME, HAIRLINE, Align, Surface
from roster_app.printing.titles import Heading, office_of, title_of
from roster_app.printing.wrapping import fit_line, fit_text

_LOGO_SHARE = 0.15  # of the width of the page, at the most
_LEAST_NOTES = 5  # a rest of the sheet lower than this, in units, is left alone


@dataclass(frozen=True, slots=True)
class Imprint:
    """Which state of the roster the sheets show and who answers for them. Without an edition it is a draft.

    `duty_leader` is 带班领导, the rank above the leaders of the shifts; blank names become lines to sign on.
    `stationery` is how the team's sheets look around their tables; `internal` copies say on every page that they are
    not posted.
    """

    printed_at: datetime
    edition: Edition | None = None
    duty_leader: str = ""
    made_by: str = ""
    reviewed_by: str = ""
    stationery: Stationery = USUAL
    internal: bool = False

    def check_codes(self, checkpoints: Iterable[CheckpointId]) -> tuple[str, ...]:
        """The codes of the edition for these checkpoints, each once, in order."""
        if self.edition is None:
            return ()
        codes = (self.edition.check_codes.get(c, "") for c in checkpoints)
        return tuple(dict.fromkeys(code for code in codes if code))

    def token(self, checkpoints: Sequence[CheckpointId], day: date) -> str:
        """What the QR symbol of a page of these checkpoints says; nothing on a draft."""
        return sheet_token(self.edition, checkpoints, day) if self.edition is not None else ""


@dataclass(frozen=True, slots=True)
class Furniture:
    """The words around one page's table, ready to be set."""

    title: str
    lead: str
    phone: str
    duty_leader: str
    rules: tuple[str, ...]
    signers: tuple[tuple[str, str], ...]
    """制表, 审核: what each does and who it is; a blank name is a line to sign on."""
    date_label: str
    state: str
    page: str
    draft: bool
    logo: bytes | None = None


def furniture(
    directory: Directory,
    imprint: Imprint,
    checkpoints: Sequence[CheckpointId],
    *,
    heading: Heading,
    lead: str,
    rules: tuple[str, ...],
    page: tuple[int, int],
    continued: bool = False,
) -> Furniture:
    """The words around the page that is number `page[0]` of `page[1]` and shows these checkpoints."""
    stationery = imprint.stationery
    return Furniture(
        title=title_of(directory, stationery, heading, continued=continued),
        lead=lead,
        phone=duty_phone(directory, checkpoints),
        duty_leader=imprint.duty_leader,
        rules=numbered(rules),
        signers=_signers(imprint),
        date_label=_("Date") if stationery.date_label is None else stationery.date_label,
        state=" · ".join(_state(imprint, checkpoints)),
        page=_("Page {number} of {count}").format(number=page[0], count=page[1]),
        draft=imprint.edition is None,
        logo=stationery.logo,
    )


def _signers(imprint: Imprint) -> tuple[tuple[str, str], ...]:
    """Whoever the team lets sign."""
    own = imprint.stationery
    made = _("Made by") if own.made_label is None else own.made_label
    reviewed = _("Checked by") if own.reviewed_label is None else own.reviewed_label
    return tuple(pair for pair in ((made, imprint.made_by), (reviewed, imprint.reviewed_by)) if pair[0])


def duty_rules(imprint: Imprint) -> tuple[str, ...]:
    """What everybody on duty keeps to: the team's own rules, or the usual ones."""
    own = imprint.stationery.rules
    return usual_rules() if own is None else own


def usual_rules() -> tuple[str, ...]:
    """The rules of duty of a team without any of its own."""
    return (
        _("Be in place 10 minutes early and leave only after your relief has signed"),
        _("No swap and no absence without approval; the duty phone is not forwarded to a mobile"),
    )


def internal_mark() -> str:
    """What stands on every page that says more of people than the wall may."""
    return _("Internal, do not post")


def signs(directory: Directory, imprint: Imprint) -> tuple[str, ...]:
    """Everything around the table that somebody typed, to be looked through for characters the type lacks."""
    people = (imprint.duty_leader, imprint.made_by, imprint.reviewed_by)
    own = imprint.stationery
    labels = (own.title, own.made_label, own.reviewed_label, own.date_label, *(own.rules or ()))
    return (office_of(directory), *people, *(label for label in labels if label))


def numbered(rules: Iterable[str]) -> tuple[str, ...]:
    """The rules with their numbers: 1、粗体为值班长。"""
    return tuple(_("{number}. {rule}").format(number=n, rule=rule) for n, rule in enumerate(rules, start=1))


def holiday_footnotes(directory: Directory, first: date, last: date) -> tuple[UnannouncedYear, ...]:
    """A notice for each year of the stretch whose holidays nobody has announced yet."""
    return tuple(UnannouncedYear(year) for year in directory.days.unannounced_years(first, last))


@dataclass(frozen=True, slots=True)
class Furnisher:
    """Draws the furniture inside the margins of one page; `unit` is the size of its small print in points."""

    page: Frame
    margin: float
    unit: float

    @property
    def left(self) -> float:
        return self.margin

    @property
    def right(self) -> float:
        return self.page.width - self.margin

    @property
    def width(self) -> float:
        return self.right - self.left

    @property
    def foot_middle(self) -> float:
        """Height of the last line of the page."""
        return self.page.height - self.margin - self.unit * 0.6

    def watermark(self, surface: Surface, words: Furniture) -> None:
        """草稿 over the whole sheet, drawn before the names; nothing on an edition."""
        if words.draft:
            text = _("DRAFT")
            size = min(self.page.height * 0.5, self.page.width * 0.72 / surface.width(text, 1, Face.BOLD))
            surface.watermark(self.page.width / 2, self.page.height * 0.52, text, size)

    def title(self, surface: Surface, words: Furniture, size: float, height: float, *, aside: float = 0) -> None:
        """The title at the top in the middle, on two lines where one would be much too small; `aside` stays free.

        The logo stands at its left, as tall as the title's room.
        """
        if words.logo:
            room = Frame(self.width * _LOGO_SHARE, height)
            aside = max(aside, surface.picture(self.left, self.margin, room, words.logo) + self.unit)
        setting = fit_text(words.title, Frame(self.width - 2 * aside, height), size, surface.ems(Face.BOLD))
        surface.setting(self.page.width / 2, self.margin + height / 2, setting, Face.BOLD)

    def rules(self, surface: Surface, words: Furniture, top: float, height: float, width: float | None = None) -> None:
        """The rules, one after the other, in as many lines as they need; over the whole width or a part of it."""
        text = "  ".join(words.rules)
        setting = fit_text(text, Frame(width or self.width, height), self.unit, surface.ems(), balanced=False)
        surface.setting(self.left, top + setting.height / 2, setting, align=Align.LEFT)

    def foot(self, surface: Surface, words: Furniture, *, dated: bool = True) -> None:
        """Who made and who checked it on the left; edition, check code, print time and page on the right."""
        self.state(surface, words, self.signed(surface, words, self.foot_middle, dated=dated))

    def signed(self, surface: Surface, words: Furniture, middle: float, *, dated: bool = True) -> float:
        """Who made and who checked it, and a line for the date; answers with where what follows may begin."""
        x = self.left
        for label, name in words.signers:
            x = self.write_in(surface, x, middle, label, name) + self.unit * 1.4
        if dated and words.date_label:
            x = self.write_in(surface, x, middle, words.date_label) + self.unit * 1.4
        return x

    def signed_width(self, surface: Surface, words: Furniture) -> float:
        """How wide `signed` with its date is: all of it grows with the unit."""
        names = [*words.signers, *([(words.date_label, "")] if words.date_label else [])]
        wide = (surface.width(label, 1) + 0.5 + (surface.width(name, 1) if name else 7) for label, name in names)
        return self.unit * (sum(wide) + 1.4 * max(len(names) - 1, 0))

    def state(self, surface: Surface, words: Furniture, left: float) -> None:
        """Edition, check code, print time and page at the right of the last line, from `left` on."""
        state = fit_line(f"{words.state} · {words.page}", self.right - left, self.unit, surface.ems())
        surface.setting(self.right, self.foot_middle, state, align=Align.RIGHT)

    def rule_list(
        self, surface: Surface, words: Furniture, top: float, width: float, height: float, *, room: float = inf
    ) -> float:
        """The rules below each other, each no taller than `height`; answers with where they end.

        Where they would take more than the `room`, one after the other instead.
        """
        settings = [fit_text(r, Frame(width, height), self.unit, surface.ems(), balanced=False) for r in words.rules]
        if sum(setting.height + 1.5 for setting in settings) > room:
            self.rules(surface, words, top, room, width)
            return top + room
        for setting in settings:
            surface.setting(self.left, top + setting.height / 2, setting, align=Align.LEFT)
            top += setting.height + 1.5
        return top

    def symbol(self, surface: Surface, token: str, top: float, size: float) -> None:
        """The QR symbol at the right; nothing where there is no token, on a draft."""
        if not token:
            return
        modules, boxes = symbol(token)
        surface.modules(self.right - size, top, size / modules, boxes)

    def phone(self, surface: Surface, words: Furniture, middle: float, size: float) -> float:
        """The duty phone at the right, in full; answers with where it begins."""
        if not words.phone:
            return self.right
        number = fit_line(words.phone, self.width * 0.3, size, surface.ems(Face.BOLD))
        surface.setting(self.right, middle, number, Face.BOLD, Align.RIGHT)
        x = self.right - surface.width(words.phone, number.size, Face.BOLD) - size * 0.35
        return x - surface.text(x, middle, _("24-hour duty phone"), size * 0.68, align=Align.RIGHT)

    def contacts(self, surface: Surface, words: Furniture, middle: float) -> float:
        """带班领导 and the duty phone, right above the table where they are looked for; answers with the left end."""
        x = self.phone(surface, words, middle, self.unit * 1.7)
        if words.duty_leader:
            x -= self.unit * 2
            leader = surface.text(x, middle, words.duty_leader, self.unit * 1.5, Face.BOLD, Align.RIGHT)
            x -= leader + self.unit * 0.6
            x -= surface.text(x, middle, _("Leader on duty"), self.unit * 1.15, align=Align.RIGHT)
        return x

    def notes(self, surface: Surface, x: float, top: float, width: float, height: float, label: str = "") -> None:
        """A field to write notes into, or for what the label says."""
        surface.box(x, top, width, height, FRAME)
        surface.text(x + self.unit * 0.8, top + self.unit * 1.3, label or _("Notes"), self.unit * 1.1)

    def notes_below(self, surface: Surface, table_bottom: float, body_bottom: float, label: str = "") -> None:
        """The rest of the sheet below a table as a field for notes, unless it is hardly worth it."""
        if body_bottom - table_bottom > self.unit * _LEAST_NOTES:
            self.notes(surface, self.left, table_bottom, self.width, body_bottom - table_bottom, label)

    def write_in(self, surface: Surface, x: float, middle: float, label: str, name: str = "", room: float = 0) -> float:
        """A label and what was filled in, or a line to fill in; answers with where it ends."""
        x += surface.text(x, middle, label, self.unit) + self.unit * 0.5
        if name:
            return x + surface.text(x, middle, name, self.unit)
        end = x + (room or self.unit * 7)
        surface.line(x, middle + self.unit * 0.55, end, middle + self.unit * 0.55, HAIRLINE)
        return end


def duty_phone(directory: Directory, checkpoints: Sequence[CheckpointId]) -> str:
    """The checkpoint's own phone where the page shows one checkpoint that has one, else the team's; in full."""
    own = directory.checkpoint[checkpoints[0]].phone if len(checkpoints) == 1 else ""
    return own or directory.team.duty_phone


def _state(imprint: Imprint, checkpoints: Sequence[CheckpointId]) -> Iterable[str]:
    if imprint.internal:
        yield internal_mark()
    if imprint.edition is None:
        yield _("Draft")
    else:
        yield _("Edition {number}").format(number=imprint.edition.number)
    if codes := imprint.check_codes(checkpoints):
        yield _("check code {code}").format(code=" ".join(codes))
    yield _("printed {moment}").format(moment=moment_words(imprint.printed_at))
