"""The whole set of sheets: one file each, none lost, none with full numbers."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from threading import Event

import pytest
from publish_cases import FIRST, LAST, SECOND_GATE, Desk, page_count, words_of

from roster_app.domain.roster import RosterPeriod
from roster_app.gui.publish.publication import publication_of
from roster_app.gui.publish.sheet_choices import choices_of
from roster_app.gui.publish.whole_set import FileOrder, FileResult, save_set, whole_set
from roster_app.services.sheets import PaperSize, Profile, SheetKind, SheetOrder

LIKE = SheetOrder(SheetKind.DUTY, FIRST, LAST, paper=PaperSize.A4, profile=Profile.INTERNAL, made_by="区志明")


@pytest.fixture
def files(desk: Desk, period: RosterPeriod) -> tuple[FileOrder, ...]:
    return whole_set(publication_of(desk.office.open(period)), LIKE)


def saved(desk: Desk, period: RosterPeriod, files: tuple[FileOrder, ...], folder: Path) -> list[FileResult]:
    results: list[FileResult] = []
    save_set(desk.services.sheets, period.id, files, folder, Event(), results.append)
    return results


def test_one_wall_sheet_for_all_and_sign_in_sheets_for_each(files: tuple[FileOrder, ...]) -> None:
    assert [(f.order.kind, f.order.paper, len(f.order.checkpoint_ids)) for f in files] == [
        (SheetKind.WALL, PaperSize.A3, 0),
        (SheetKind.DUTY, PaperSize.A3, 1),
        (SheetKind.DUTY, PaperSize.A3, 1),
    ]
    assert {f.order.made_by for f in files} == {"区志明"}


def test_a_monthly_roster_is_in_the_set_if_it_is_the_sheet_in_sight(desk: Desk, period: RosterPeriod) -> None:
    month = replace(LIKE, kind=SheetKind.MONTH)
    *usual, last = whole_set(publication_of(desk.office.open(period)), month)
    assert [f.order.kind for f in usual] == [SheetKind.WALL, SheetKind.DUTY, SheetKind.DUTY]
    assert (last.order.kind, last.order.paper, last.order.profile) == (SheetKind.MONTH, PaperSize.A4, Profile.POSTED)
    assert len({f.name for f in (*usual, last)}) == 4


def test_slips_are_in_the_set_if_they_are_in_sight(desk: Desk, period: RosterPeriod) -> None:
    *usual, last = whole_set(publication_of(desk.office.open(period)), replace(LIKE, kind=SheetKind.SLIPS))
    assert [f.order.kind for f in usual] == [SheetKind.WALL, SheetKind.DUTY, SheetKind.DUTY]
    assert (last.order.kind, last.order.profile, last.name.count("slips")) == (SheetKind.SLIPS, Profile.POSTED, 1)


def test_a_hand_over_record_is_in_the_set_if_it_is_in_sight(desk: Desk, period: RosterPeriod) -> None:
    publication = publication_of(desk.office.open(period))
    (_every, first, second) = choices_of(SheetKind.HANDOVER, publication.opened)
    like = replace(LIKE, kind=SheetKind.HANDOVER, checkpoint_ids=second.checkpoint_ids)
    *usual, last = whole_set(publication, like)
    assert [f.order.kind for f in usual] == [SheetKind.WALL, SheetKind.DUTY, SheetKind.DUTY]
    assert (last.choice, last.order.profile) == (second, Profile.POSTED)
    assert last.choice != first


def test_every_file_lies_there_with_its_pages_and_without_a_full_number(
    desk: Desk, period: RosterPeriod, files: tuple[FileOrder, ...], tmp_path: Path
) -> None:
    results = saved(desk, period, files, tmp_path)

    assert [r.sheet.path for r in results if r.sheet] == [tmp_path / f.name for f in files]
    assert [page_count(tmp_path / f.name) for f in files] == [r.sheet.pages for r in results if r.sheet]
    words = words_of(tmp_path / files[1].name)
    assert "130****0000" in words
    assert "13000000000" not in words


def test_two_gates_of_one_name_do_not_write_over_each_other(desk: Desk, period: RosterPeriod) -> None:
    directory = desk.services.teams.directory(desk.office.team_id)
    gate = next(c for c in directory.checkpoints if c.name == SECOND_GATE)
    desk.services.places.save_checkpoint(replace(gate, name="north gate"), directory.posts_of[gate.id])

    names = [f.name for f in whole_set(publication_of(desk.office.open(period)), LIKE)]

    assert len(set(names)) == len(names) == 3
    assert names[2].endswith(" (2).pdf")


def test_a_file_that_cannot_be_written_does_not_keep_back_the_others(
    desk: Desk, period: RosterPeriod, files: tuple[FileOrder, ...], tmp_path: Path
) -> None:
    (tmp_path / files[1].name).mkdir()

    results = saved(desk, period, files, tmp_path)

    assert [r.error is None for r in results] == [True, False, True]
    assert [(tmp_path / f.name).is_file() for f in files] == [True, False, True]


def test_after_a_stop_no_further_file_is_begun(
    desk: Desk, period: RosterPeriod, files: tuple[FileOrder, ...], tmp_path: Path
) -> None:
    stopped, results = Event(), []

    def report(result: FileResult) -> None:
        results.append(result)
        stopped.set()

    save_set(desk.services.sheets, period.id, files, tmp_path, stopped, report)

    assert len(results) == 1
    assert len(list(tmp_path.glob("*.pdf"))) == 1
