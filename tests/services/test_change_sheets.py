"""Change sheets as use cases: which editions they compare, what they are called, when they are refused."""

from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest
from desk_cases import FIRST, LAST, Office

from roster_app.domain import edits
from roster_app.domain.differences import differences
from roster_app.domain.edits import EditKind, settle
from roster_app.domain.errors import DomainError, ErrorCode
from roster_app.domain.ids import DutyId
from roster_app.domain.roster import Edition, Origin, RosterPeriod
from roster_app.services.sheets import SheetKind, SheetOrder, file_name
from roster_app.services.words import replacement_words, sentence_of_error

ORDER = SheetOrder(SheetKind.CHANGE, FIRST, LAST)


@pytest.fixture
def period(office: Office) -> RosterPeriod:
    """A week in which the first leader leads everything and the fifth checks."""
    made = office.period()
    opened = office.open(made)
    holders = {
        duty.id: office.people[0 if duty.post_id == office.posts[0].id else 4].id for duty in opened.roster.plan.duties
    }
    office.services.rostering.apply_edit(
        made.id, settle(opened.roster, holders, EditKind.ACCEPT_PROPOSAL, Origin.PROPOSAL)
    )
    return made


def change(office: Office, period: RosterPeriod, person: int, hour: int = 8) -> DutyId:
    """Another person checks on the first day."""
    opened = office.open(period)
    duty = office.duty(opened, FIRST, hour, post=1)
    edit = edits.assign(opened.roster, duty, office.people[person].id)
    office.services.rostering.apply_edit(period.id, edit)
    return duty


def words_of(path: Path) -> str:
    with pypdfium2.PdfDocument(path) as document:
        return "".join("".join(page.get_textpage().get_text_range().split()) for page in document)


def printed(office: Office, period: RosterPeriod, path: Path, order: SheetOrder = ORDER) -> str:
    office.services.sheets.print(period.id, order, path)
    return words_of(path)


def test_before_publishing_it_tells_the_changes_since_the_newest_edition(
    office: Office, period: RosterPeriod, tmp_path: Path
) -> None:
    office.services.rostering.publish(period.id)
    change(office, period, 5)

    sheet = office.services.sheets.print(period.id, ORDER, tmp_path / "change.pdf")

    words = words_of(sheet.path)
    assert (sheet.pages, sheet.edition, sheet.full_phones) == (1, None, 0)
    assert "Changestoedition1" in words
    assert "draft" in words
    assert "陈玥" in words
    assert "黎晓彤" in words
    assert "1300000000" not in words


def test_after_publishing_it_tells_what_the_newest_edition_changed(
    office: Office, period: RosterPeriod, tmp_path: Path
) -> None:
    office.services.rostering.publish(period.id)
    change(office, period, 5)
    office.services.rostering.publish(period.id)

    words = printed(office, period, tmp_path / "change.pdf")

    assert "nowedition2" in words
    assert "1change" in words
    assert "黎晓彤" in words
    assert "Draft" not in words


def test_it_can_stand_beside_any_earlier_edition(office: Office, period: RosterPeriod, tmp_path: Path) -> None:
    for person in (4, 5, 6):
        if person != 4:
            change(office, period, person, hour=person * 8 - 32)  # 08:00, 16:00
        office.services.rostering.publish(period.id)

    assert "1change" in printed(office, period, tmp_path / "from2.pdf")
    assert "2changes" in printed(office, period, tmp_path / "from1.pdf", replace(ORDER, since=1))


def test_without_changes_it_says_so(office: Office, period: RosterPeriod, tmp_path: Path) -> None:
    office.services.rostering.publish(period.id)

    assert "Nothinghaschanged" in printed(office, period, tmp_path / "none.pdf")


def test_only_the_days_asked_for_are_told(office: Office, period: RosterPeriod, tmp_path: Path) -> None:
    office.services.rostering.publish(period.id)
    change(office, period, 5)

    assert "Nothinghaschanged" in printed(office, period, tmp_path / "later.pdf", replace(ORDER, first=LAST))


@pytest.mark.parametrize(("since", "code"), [(None, ErrorCode.NOT_PUBLISHED), (3, ErrorCode.UNKNOWN_EDITION)])
def test_what_nothing_hangs_of_is_refused_and_nothing_is_written(
    office: Office, period: RosterPeriod, tmp_path: Path, since: int | None, code: ErrorCode
) -> None:
    if since is not None:
        office.services.rostering.publish(period.id)

    with pytest.raises(DomainError) as refused:
        office.services.sheets.print(period.id, replace(ORDER, since=since), tmp_path / "x.pdf")

    assert refused.value.code is code
    assert list(tmp_path.glob("*.pdf")) == []
    assert sentence_of_error(refused.value).endswith(
        "Its newest is edition 1." if since else "nothing hangs that could change."
    )


def test_its_name_says_where_it_belongs(office: Office, chinese: str) -> None:
    directory = office.services.teams.directory(office.team_id)
    order = replace(ORDER, checkpoint_ids=(office.checkpoint.id,), since=2)

    assert file_name(order, directory) == "commando north gate 变更单 对第2版 2020-04-06至2020-04-12.pdf"


def test_personal_slips_are_printed_and_named(
    office: Office, period: RosterPeriod, tmp_path: Path, chinese: str
) -> None:
    office.services.rostering.publish(period.id)
    order = SheetOrder(SheetKind.SLIPS, FIRST, LAST)

    sheet = office.services.sheets.print(period.id, order, tmp_path / "slips.pdf")

    words = words_of(sheet.path)
    assert (sheet.pages, sheet.edition, sheet.full_phones, sheet.notices) == (2, 1, 0, ())
    assert words.count("21个岗次") == 2  # the first leader leads everything, the fifth checks
    assert "1300000000" not in words
    directory = office.services.teams.directory(office.team_id)
    assert file_name(order, directory) == "commando 个人值班单 2020-04-06至2020-04-12.pdf"


def test_hand_over_records_are_printed_and_named(
    office: Office, period: RosterPeriod, tmp_path: Path, chinese: str
) -> None:
    office.services.rostering.publish(period.id)
    order = SheetOrder(SheetKind.HANDOVER, FIRST, FIRST)

    sheet = office.services.sheets.print(period.id, order, tmp_path / "records.pdf")

    words = words_of(sheet.path)
    assert (sheet.pages, sheet.edition, sheet.full_phones, sheet.notices) == (1, 1, 0, ())
    assert words.count("异常情况及") == 3
    assert "1300000000" not in words
    directory = office.services.teams.directory(office.team_id)
    assert file_name(order, directory) == "commando 交接班记录 2020-04-06至2020-04-06.pdf"


def test_the_contact_list_holds_every_number_in_full_and_is_no_draft(
    office: Office, period: RosterPeriod, tmp_path: Path, chinese: str
) -> None:
    order = SheetOrder(SheetKind.CONTACTS, FIRST, LAST)

    sheet = office.services.sheets.print(period.id, order, tmp_path / "contacts.pdf")

    words = words_of(sheet.path)
    phones = [person.phone for person in office.people if person.phone]
    assert phones
    assert all(phone in words for phone in phones)
    assert (sheet.full_phones, sheet.edition, sheet.draft) == (len(phones), None, False)
    assert words.count("内部资料，请勿张贴") == 2 * sheet.pages
    assert "草稿" not in words
    directory = office.services.teams.directory(office.team_id)
    assert file_name(order, directory) == "commando 通讯录 内部 2020-04-06至2020-04-12.pdf"


def test_what_an_edition_remembers_comes_back_as_it_was(office: Office, period: RosterPeriod) -> None:
    published = office.services.rostering.publish(period.id)
    (stored,) = office.open(period).editions
    assert stored == published
    assert len(stored.duties) == len(office.open(period).roster.plan.duties)


def test_a_post_that_wants_fewer_people_is_told_although_its_duties_are_gone(
    office: Office, period: RosterPeriod, tmp_path: Path
) -> None:
    first = office.services.rostering.publish(period.id)
    lead, check = office.posts
    nobody = replace(check, headcount=0)
    directory = office.services.teams.directory(office.team_id)
    office.services.places.save_checkpoint(directory.checkpoints[0], (lead, nobody))

    now = office.open(period).roster
    found = differences(first, now)

    # the clock of these tests stands at 8 April: what has been stood stays as it was planned
    assert {d.seat.day.day for d in found} == {8, 9, 10, 11, 12}
    assert all(d.after == () and d.seat.post_id == check.id for d in found)
    words = printed(office, period, tmp_path / "gone.pdf")
    assert words.count("nolongerwanted") == len(found) == 15


def test_which_posted_sheets_are_out_of_date_is_said_in_words(office: Office, period: RosterPeriod) -> None:
    first = office.services.rostering.publish(period.id)
    same = office.services.rostering.publish(period.id)
    change(office, period, 5)
    other = office.services.rostering.publish(period.id)
    directory = office.services.teams.directory(office.team_id)

    def told(since: Edition, now: Edition) -> str:
        return replacement_words(since, now, directory)

    assert told(first, same) == "What hangs of edition 1 may stay everywhere."
    assert told(same, other) == (
        "Out of date on the wall, of edition 2: north gate (1 change). Replace it or post a change sheet beside it."
    )
