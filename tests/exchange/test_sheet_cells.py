"""Cells straight from the XML of a sheet: every kind of cell, prefixes, groups of formulas, merged cells."""

from datetime import datetime, time
from io import BytesIO

import pytest
from openpyxl import Workbook

from roster_app.exchange.grids import Merge
from roster_app.exchange.number_formats import CellStyles
from roster_app.exchange.sheet_cells import SheetCells, read_cells
from roster_app.exchange.sheet_texts import read_strings

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def cells(rows: str, behind: str = "") -> SheetCells:
    """A sheet of these rows; style 1 shows days."""
    book = Workbook()
    page = book.active
    assert page is not None
    page["A1"].number_format = "yyyy-mm-dd"
    assert page["A1"].style_id == 1
    xml = f'<worksheet xmlns="{MAIN}"><sheetData>{rows}</sheetData>{behind}</worksheet>'
    styles = CellStyles(book)
    styles._dates = {1}  # as the reading of a file's styles leaves them
    return read_cells(BytesIO(xml.encode()), ["姓名", "张伟"], styles)


def test_every_kind_of_cell() -> None:
    found = cells(
        '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="str"><f>A1</f><v>甲</v></c><c r="C1" t="b"><v>1</v></c>'
        '<c r="D1"><v>13000000001.0</v></c><c r="E1" t="e"><v>#N/A</v></c><c r="F1" t="d"><v>2020-04-06</v></c>'
        '<c r="G1" t="inlineStr"><is><r><t>王</t></r><r><t>芳</t></r><rPh><t>ワン</t></rPh></is></c>'
        '<c r="H1" s="1"><v>43927</v></c><c r="I1" s="1"><v>0.25</v></c><c r="J1"/></row>'
    )

    assert list(found.texts[0].values()) == [
        *("姓名", "甲", "True", "13000000001", "#N/A", "2020-04-06", "王芳", "2020-04-06", "06:00:00"),
    ]
    assert found.values[0, 7].value == datetime(2020, 4, 6)
    assert found.values[0, 8].value == time(6)


def test_a_day_beyond_the_calendar_is_shown_as_an_error() -> None:
    assert cells('<row r="1"><c r="A1" s="1"><v>1e300</v></c></row>').texts == {0: {0: "#VALUE!"}}


def test_cells_without_references_stand_side_by_side() -> None:
    found = cells('<row><c t="s"><v>0</v></c><c><v>1</v></c></row><row><c><v>2</v></c></row>')

    assert found.texts == {0: {0: "姓名", 1: "1"}, 1: {0: "2"}}


def test_formulas_of_a_group_are_moved_and_those_with_a_result_forgotten() -> None:
    found = cells(
        '<row r="1"><c r="B1"><f t="shared" ref="B1:D1" si="0">A1+1</f></c><c r="C1"><f t="shared" si="0"/></c>'
        '<c r="D1"><f t="shared" si="0"/><v>4</v></c></row>'
    )

    assert found.formulas == {(0, 1): "=A1+1", (0, 2): "=B1+1"}
    assert found.texts == {0: {3: "4"}}


def test_of_merged_cells_the_first_alone_holds_anything() -> None:
    row = '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c><c r="C1"><f>A1</f></c><c r="D1"><v>4</v></c></row>'
    found = cells(row, '<mergeCells><mergeCell ref="A1:C900000"/></mergeCells>')

    assert (found.texts, found.formulas, found.merges) == ({0: {0: "1", 3: "4"}}, {}, [Merge(0, 0, 899999, 2)])


def test_other_elements_named_alike_outside_cells_are_nothing() -> None:
    found = cells('<row r="1"><c r="A1"><v>1</v></c></row>', '<extLst xmlns:x="x"><x:f>Sheet2!A1</x:f></extLst>')

    assert (found.texts, found.formulas) == ({0: {0: "1"}}, {})


def test_prefixes_do_not_matter() -> None:
    xml = f'<x:sst xmlns:x="{MAIN}"><x:si><x:t>严 山</x:t></x:si><x:si/><x:si><x:t>a</x:t></x:si></x:sst>'

    assert read_strings(BytesIO(xml.encode())) == ["严 山", "", "a"]


def test_a_reference_that_is_none_is_damage() -> None:
    with pytest.raises(ValueError, match="1A"):
        cells('<row r="1"><c r="1A"><v>1</v></c></row>')
