"""Tables as they are drawn, over any rosters: every name whole, in its own cell, apart from others, not too small."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from types import ModuleType

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from paper_reading import letters_on_letters, letters_outside, type_case
from paper_teams import imprint
from random_rosters import rosters
from table_reading import DrawnCell, Letter, drawn_cells

from roster_app.domain.roster import Roster
from roster_app.domain.team import Directory
from roster_app.printing import day_list, month_roster, people_roster, table_drawing
from roster_app.printing.paper import MM, Paper
from roster_app.printing.selection import source
from roster_app.printing.table_content import TableRequest
from roster_app.printing.table_sheet import paginate
from roster_app.printing.wall_measures import small_print

HAIR = 0.3
"""Points: half of the line around a cell and the grain of a letter's box."""
ORDINARY, LONGEST = 1.0, 0.33
"""The least size of a name of up to four characters, and of any other, in sizes of the small print (8 and 10.5 points):
a name that breaks nowhere, as Wolfeschlegelsteinhausen, gives way as far as its column asks it to."""

ROW = 1.6
"""The least height of a row, in sizes of the small print for each duty; somebody with twenty duties on one day leaves
less to the others on the sheet."""

requests = st.builds(
    lambda paper, landscape, internal: {"paper": paper, "landscape": landscape, "with_phones": internal},
    st.sampled_from([Paper.A3, Paper.A4]),
    st.sampled_from([None, True, False]),
    st.booleans(),
)


@pytest.mark.parametrize("printing", [month_roster, people_roster, day_list])
@settings(max_examples=10, suppress_health_check=[HealthCheck.too_slow])
@given(rosters(), requests)
def test_every_name_is_drawn_whole_in_its_own_cell_apart_from_others_and_not_too_small(
    printing: ModuleType, made: tuple[Directory, Roster], wishes: dict[str, object]
) -> None:
    team, roster = made
    request = TableRequest(roster.period.first, roster.period.last, duty_leader=team.volunteers[0].name, **wishes)
    parts = printing.parts(source(roster, team), request)
    sheets = paginate(team, parts, request, imprint(roster), type_case())
    with TemporaryDirectory() as folder:
        path = Path(folder) / "table.pdf"
        table_drawing.draw(sheets, path)
        cells = list(drawn_cells(path, sheets))
        assert letters_outside(path, 6.5 * MM) == []
        assert letters_on_letters(path) == []
    assert [(cell.wanted, cell.drawn) for cell in cells if sorted(cell.wanted) != sorted(cell.drawn)] == []
    assert [(cell.drawn, letter) for cell in cells for letter in cell.letters if letter.beyond(cell.room) > HAIR] == []
    if printing is not people_roster:
        assert list(too_small(cells, small_print(request.paper))) == []


def too_small(cells: Sequence[DrawnCell], unit: float) -> Iterator[tuple[str, float]]:
    """Names without a mark that are set smaller than they may be.

    Where the reader takes a small mark for a line before its name, whose letters are whose cannot be told.
    """
    for cell in (cell for cell in cells if not cell.column.label and cell.wanted == cell.drawn):
        for entry, letters in cell.entries:
            if entry.name and letters and not entry.words.mark:
                least = ORDINARY if len(entry.name.text) <= 4 else LONGEST
                if smallest(letters) < least * unit - 0.01:
                    yield entry.name.text, smallest(letters)


def smallest(letters: Sequence[Letter]) -> float:
    return min(letter.size for letter in letters)


@settings(max_examples=10, suppress_health_check=[HealthCheck.too_slow])
@given(rosters(), st.sampled_from([Paper.A3, Paper.A4]))
def test_a_persons_codes_are_as_large_as_the_small_print_on_a_day_of_up_to_two_duties(
    made: tuple[Directory, Roster], paper: Paper
) -> None:
    team, roster = made
    request = TableRequest(roster.period.first, roster.period.last, paper=paper)
    parts = people_roster.parts(source(roster, team), request)
    sheets = paginate(team, parts, request, imprint(roster), type_case())
    with TemporaryDirectory() as folder:
        path = Path(folder) / "table.pdf"
        table_drawing.draw(sheets, path)
        days = [cell for cell in drawn_cells(path, sheets) if not cell.column.label and 1 <= len(cell.cell) <= 2]
    least = small_print(paper) - 0.01
    days = [cell for cell in days if cell.room[3] - cell.room[1] > ROW * len(cell.cell) * least]
    assert [cell.drawn for cell in days if max(letter.size for letter in cell.letters) < least] == []
