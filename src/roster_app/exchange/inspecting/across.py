"""Sheets with days across the top: which of their blocks name people in rows, which under the days."""

import re

from roster_app.domain.inspected import ColumnUse, LayoutGround, LayoutKind
from roster_app.domain.lists import ListField
from roster_app.exchange.headings import field_of
from roster_app.exchange.inspecting.blocks import LOOKED_AT, Block, blocks_of, slot_above
from roster_app.exchange.inspecting.day_lines import MeantDay, Reading, meant_days
from roster_app.exchange.inspecting.entering import Entering
from roster_app.exchange.inspecting.header_rows import DayRow
from roster_app.exchange.inspecting.name_cells import is_said, may_be_a_name, names_somebody
from roster_app.exchange.inspecting.names_under_days import NamesUnderDays
from roster_app.exchange.inspecting.people_rows import PeopleRows
from roster_app.exchange.person_names import looks_like_a_name
from roster_app.exchange.rows import is_foot

PEOPLE_BY_DAYS = (LayoutKind.ROSTER_MATRIX, LayoutKind.AVAILABILITY_MATRIX, LayoutKind.AVAILABILITY_WIDE)


class AcrossReader:
    """Reads the blocks of one sheet."""

    def __init__(self, entering: Entering, reading: Reading) -> None:
        self._enter, self._reading = entering, reading
        self._view = entering.view

    def read(self, headers: list[DayRow]) -> LayoutKind:
        """Every block; says which layout it is."""
        kinds: list[LayoutKind] = []
        for block in blocks_of(self._view, headers):
            rows = block.header.header_rows | ({block.slot_row} - {None})
            self._enter.fates.header_rows |= {row for row in rows if row is not None}
            if any(slot_above(self._view, block.header, column) for column in block.header.days):
                self._enter.fates.header_rows.add(block.header.row - 1)
            self._note(block)
            if block.body:
                kinds.append(self._read_block(block))
        return self._kind(kinds, headers)

    def _note(self, block: Block) -> None:
        findings, header = self._enter.findings, block.header
        findings.ground = LayoutGround.DAYS_ACROSS
        findings.rows.add(header.row)
        findings.proof_rows |= {r for r in (header.weekday_row, header.weekday_header_far) if r is not None}
        findings.uses |= dict.fromkeys(block.days, ColumnUse.DAY)

    def _kind(self, kinds: list[LayoutKind], headers: list[DayRow]) -> LayoutKind:
        if not kinds or not self._enter.entries:
            return kinds[0] if kinds else LayoutKind.TEMPLATE
        return max(kinds, key=kinds.count)

    def _read_block(self, block: Block) -> LayoutKind:
        columns = list(block.days)
        places = {c: (block.header.row, c) for c in columns}
        once = {c: block.days[c] for c in columns if c in block.header.days}
        meant = meant_days(self._view, self._enter.tally, once, places, self._reading)
        by_column: dict[int, MeantDay] = {}
        for column in columns:
            by_column[column] = meant[max(c for c in once if c <= column)]
        person_column = self._person_column(block)
        if self._told_names_in_body(block, person_column):
            NamesUnderDays(self._enter).read(block, by_column)
            calendar = not block.labels or not any(self._view.text(r, c) for r in block.body for c in block.labels)
            return LayoutKind.ROSTER_STACKED if calendar else LayoutKind.ROSTER_GRID
        if person_column is None:
            return LayoutKind.NONE
        marks, codes = self._enter.marks, self._enter.codes
        PeopleRows(self._enter).read(block, by_column, person_column)
        return self._matrix_kind(block, self._enter.marks - marks, self._enter.codes - codes)

    def _matrix_kind(self, block: Block, marks: int, codes: int) -> LayoutKind:
        if any(block.slots.values()) and marks * 2 > codes:
            return LayoutKind.AVAILABILITY_WIDE
        title = " ".join(t for r in self._view.filled[:4] for t in list(self._view.cells(r).values())[:2])
        if re.search("可值班|可上班|空闲|有空|意愿|availab|可用|能否|报名", title):
            return LayoutKind.AVAILABILITY_MATRIX
        duty = re.search("排班|值班|轮值|考勤|roster|rota|schedule", title, re.IGNORECASE)
        return LayoutKind.AVAILABILITY_MATRIX if marks > codes and not duty else LayoutKind.ROSTER_MATRIX

    def _person_column(self, block: Block) -> int | None:
        """The label column that holds names; headed 姓名, or most of it names."""
        best: tuple[float, int] | None = None
        if (told := self._enter.told.first(ColumnUse.NAME)) is not None:
            return told
        for column in block.labels:
            texts = [t for r in block.body[:LOOKED_AT] if (t := self._view.text(r, column)) and not is_foot(t)]
            if not texts:
                continue
            headed = any(self._heads_names(row, column) for row in block.header_rows)
            likely = sum(may_be_a_name(text) for text in texts) / len(texts)
            if likely >= 0.5 or (headed and likely > 0.2):
                rank = likely + headed - 0.001 * column - 0.5 * (column > max(block.days))
                best = max(best, (rank, column)) if best else (rank, column)
        return best[1] if best else None

    def _heads_names(self, row: int, column: int) -> bool:
        heading = self._view.label(row, column)
        found = field_of(heading) or field_of(re.split(r"[\\/|]", heading)[0])
        return bool(found and found[0] is ListField.NAME)

    def _told_names_in_body(self, block: Block, person_column: int | None) -> bool:
        told = self._enter.told.layout
        if told in (LayoutKind.ROSTER_GRID, LayoutKind.ROSTER_STACKED):
            return True
        return told not in PEOPLE_BY_DAYS and self._names_in_body(block, person_column)

    def _names_in_body(self, block: Block, person_column: int | None) -> bool:
        """Whether the cells under the days name people rather than say something of the row's person."""
        texts = [t for r in block.body[:LOOKED_AT] for c in block.days if (t := self._view.text(r, c))][:1500]
        han = latin = others = 0
        for text in texts:
            if names_somebody(text):
                han += 1
            elif person_column is None and looks_like_a_name(text) and not is_said(text):
                latin += 1
            elif not is_said(text) or person_column is not None:
                others += 1
        if han * 2 > han + others and han * 4 >= len(texts):
            return True
        return person_column is None and (han + latin) * 5 >= len(texts) and bool(han + latin)
