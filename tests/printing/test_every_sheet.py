"""Every kind of sheet over any rosters: names whole, nothing on anything, over a line or in the margin, and type that
can be read."""

from pathlib import Path
from tempfile import TemporaryDirectory

import pypdfium2
import pypdfium2.raw as pdfium
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from paper_reading import letters_on_letters, letters_outside, letters_with_index, type_case, words_by_pdfium
from paper_teams import MONDAY, SUNDAY, directory, full, imprint
from random_rosters import rosters
from ruled_lines import letters_on_lines

from roster_app import i18n
from roster_app.domain.roster import Roster
from roster_app.domain.team import Directory
from roster_app.printing.fonts import Face
from roster_app.printing.paper import MM
from roster_app.services.sheets import PaperSize, SheetKind, SheetOrder, Turned
from roster_app.services.sheets.drawing import drawing

EVERY_LANGUAGE = pytest.mark.parametrize("language", list(i18n.LANGUAGES))
SMALLEST = {
    SheetKind.WALL: 4.0,
    SheetKind.DUTY: 4.0,
    SheetKind.MONTH: 3.0,
    SheetKind.PEOPLE: 3.0,
    SheetKind.LIST: 3.0,
    SheetKind.SLIPS: 5.0,
    SheetKind.HANDOVER: 4.0,
    SheetKind.CONTACTS: 5.0,
}
"""The smallest type of each kind in points: the mark of a namesake in the fullest of cells, or small print."""
BREAKS_NOWHERE = "Wolfeschlegelsteinhausen"
"""A name that gives way as far as its column asks it to, which is announced."""


@pytest.mark.parametrize("kind", SMALLEST)
@settings(max_examples=8, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
@given(rosters(), st.sampled_from(PaperSize), st.sampled_from(Turned))
def test_nothing_is_cut_covered_or_crossed(
    kind: SheetKind, made: tuple[Directory, Roster], paper: PaperSize, turned: Turned
) -> None:
    team, roster = made
    order = SheetOrder(kind, roster.period.first, roster.period.last, paper=paper, turned=turned)
    check(team, roster, order)


@pytest.mark.parametrize("paper", PaperSize)
@pytest.mark.parametrize("kind", SMALLEST)
@EVERY_LANGUAGE
def test_nor_is_any_of_the_names_that_are_hard_to_set(kind: SheetKind, paper: PaperSize, language: str) -> None:
    i18n.install(language)
    team = directory()
    check(team, full(team), SheetOrder(kind, MONDAY, SUNDAY, paper=paper))


def check(team: Directory, roster: Roster, order: SheetOrder) -> None:
    """Draw it and read it back."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "sheet.pdf"
        drawing(roster, team, (), order, imprint(roster))(path)
        assert letters_outside(path, 6.5 * MM) == []
        assert letters_on_letters(path) == []
        assert letters_on_lines(path) == []
        if not any(v.name == BREAKS_NOWHERE for v in team.volunteers):
            assert smallest(path) >= SMALLEST[order.kind]
        copied = "".join(words_by_pdfium(path).split())
    kind = order.kind
    assert [name for name in names(team, roster, kind) if any(part not in copied for part in name)] == []


def names(team: Directory, roster: Roster, kind: SheetKind) -> list[list[str]]:
    """The parts of every name that has to stand there, with 〓 for what the type lacks."""
    held = {assignment.volunteer_id for assignment in roster.assignments.values()}
    people = [v for v in team.volunteers if v.id in held or kind is SheetKind.CONTACTS]
    return [_set(person.name).replace("·", "· ").split() for person in people]


def _set(name: str) -> str:
    return "".join(run.text for run in type_case().runs(name, Face.REGULAR))


def smallest(path: Path) -> float:
    """The smallest type of a document, in points."""
    with pypdfium2.PdfDocument(path) as document:
        return min(
            pdfium.FPDFText_GetFontSize(text, index)
            for text in (page.get_textpage() for page in document)
            for index, _letter, _box in letters_with_index(text)
        )
