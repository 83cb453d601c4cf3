"""What stands on the finished pages of every kind of sheet, as a reader finds it: numbers and names by profile.

What a team typed around its tables is told no more freely than what stands in them.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pypdfium2
import pytest
from desk_cases import FIRST, LAST, Office
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from roster_app import i18n
from roster_app.domain import edits
from roster_app.domain.edits import EditKind, settle
from roster_app.domain.hand_over import (
    HandOver,
    LogEdit,
    SupplyKind,
    acknowledged,
    open_item,
    signed,
    supply_list,
    with_anomalies,
)
from roster_app.domain.ids import CheckpointId
from roster_app.domain.roster import Origin, RosterPeriod
from roster_app.domain.stationery import USUAL, Stationery
from roster_app.domain.timespan import at
from roster_app.services.sheets import ListColumn, PrintedSheet, Profile, SheetKind, SheetOrder, Trial, file_name

ID_NUMBER = "440106199001011234"
SPELLINGS = ("{0}{1}{2}", "{0} {1} {2}", "{0}-{1}-{2}", "+86 {0} {1} {2}")
NUMBER = re.compile(r"(?<!\d)1[3-9]\d[ -]?\d{4}[ -]?\d{4}(?!\d)")
EVERY_SHEET = tuple(
    [SheetOrder(kind, FIRST, FIRST if kind is SheetKind.HANDOVER else LAST) for kind in SheetKind]
    + [SheetOrder(SheetKind.LIST, FIRST, LAST, columns=tuple(ListColumn))]
)
TALKATIVE = Stationery(
    title="{office} {sheet} 王建国 130-0000-0001",
    made_label="张伟 13000000002",
    reviewed_label="何平 130 0000 0006",
    date_label=f"日期 {ID_NUMBER}",
    rules=("找 李 秀 英 13000000001 换班", "值班长王建国 13000000000", "外援 15912345678", ID_NUMBER),
)


@pytest.fixture
def period(office: Office) -> RosterPeriod:
    """A published week in which everybody stands, and one change since."""
    made = office.period()
    opened = office.open(made)
    holders = {duty.id: office.people[n % 8].id for n, duty in enumerate(opened.roster.plan.duties)}
    office.services.rostering.apply_edit(
        made.id, settle(opened.roster, holders, EditKind.ACCEPT_PROPOSAL, Origin.PROPOSAL)
    )
    office.services.rostering.publish(made.id)
    roster = office.open(made).roster
    duty = roster.plan.duties[0]
    other = next(p.id for p in office.people if p.id != roster.holder(duty.id))
    office.services.rostering.apply_edit(made.id, edits.assign(roster, duty.id, other))
    return made


@dataclass(frozen=True)
class Told:
    """What the volunteers agreed to, and what was typed where it does not belong."""

    consents: tuple[tuple[bool, bool], ...]
    spelling: str
    duty_phone: str
    affiliation: str
    own: Stationery = USUAL


told = st.builds(
    Told,
    st.lists(st.tuples(st.booleans(), st.booleans()), min_size=8, max_size=8).map(tuple),
    st.sampled_from(SPELLINGS),
    st.sampled_from(("8218 0110", "13000000000", "130-0000-0003", "15900001111")),
    st.sampled_from(("颐和", "颐和 13000000002", f"颐和 {ID_NUMBER}")),
    st.sampled_from((TALKATIVE, USUAL)),
)


def told_everybody(office: Office, case: Told) -> None:
    """The team as the case has it."""
    services = office.services
    directory = services.teams.directory(office.team_id)
    services.teams.set_stationery(replace(directory.team, duty_phone=case.duty_phone), case.own)
    for n, (person, (name, phone)) in enumerate(zip(office.people, case.consents, strict=True)):
        number = case.spelling.format("130", "0000", f"000{n}")
        changed = replace(
            directory.volunteer[person.id],
            phone=number,
            affiliation=case.affiliation,
            name_consent=name,
            phone_consent=phone,
        )
        services.people.update(changed)
    _note_hand_overs(office, case)


def _note_hand_overs(office: Office, case: Told) -> None:
    """A log in which people are named with their numbers, wherever something can be typed."""
    number = case.spelling.format("130", "0000", "0001")
    place = office.checkpoint.id
    eight = at(FIRST, 480)
    noted = with_anomalies(HandOver(place, eight), f"张伟 {number} 未到, 李秀英 {ID_NUMBER} 代")
    noted = acknowledged(signed(noted, "张伟 13000000002", eight), "李 秀 英", eight)
    entries = (
        open_item(place, f"请李秀英 {number} 补口罩 {ID_NUMBER}", "王建国 13000000000", at(FIRST, 60)),
        noted,
        supply_list(office.team_id, [SupplyKind("口罩 何平 13000000006", "个")]),
    )
    log = office.services.hand_overs.open(office.team_id).log
    if not log.items:
        office.services.hand_overs.apply(*(LogEdit(None, entry) for entry in entries))


def every_sheet(office: Office, period: RosterPeriod, profile: Profile, folder: Path) -> Iterator[PrintedSheet]:
    for n, order in enumerate(EVERY_SHEET):
        asked = replace(order, profile=profile, duty_leader="张伟", made_by="何平 13000000006", reviewed_by="区志明")
        yield office.services.sheets.print(period.id, asked, folder / f"{n}.pdf")


def words_of(path: Path) -> str:
    with pypdfium2.PdfDocument(path) as document:
        return "\n".join(page.get_textpage().get_text_range() for page in document)


def name_of(path: Path) -> str:
    """What a reader shows above the document."""
    with pypdfium2.PdfDocument(path) as document:
        return str(document.get_metadata_value("Title"))


def numbers_in(words: str) -> list[str]:
    return [re.sub(r"\D", "", found) for found in NUMBER.findall(words)]


@given(case=told)
@settings(max_examples=12, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_sheet_tells_more_than_its_profile_and_the_count_is_what_a_reader_finds(
    office: Office, period: RosterPeriod, tmp_path: Path, case: Told
) -> None:
    told_everybody(office, case)
    withheld = {f"1300000000{n}" for n, (_name, phone) in enumerate(case.consents) if not phone}
    hidden = [p.name for p, (name, _phone) in zip(office.people, case.consents, strict=True) if not name]
    for profile in Profile:
        for sheet in every_sheet(office, period, profile, tmp_path):
            words = words_of(sheet.path)
            found = numbers_in(words)
            assert (sheet.kind, len(found)) == (sheet.kind, sheet.full_phones)
            assert ID_NUMBER not in words
            assert numbers_in(name_of(sheet.path)) == [] or profile is not Profile.PUBLIC
            if profile is Profile.POSTED:
                assert not withheld & {*found, *numbers_in(name_of(sheet.path))}
            if profile is Profile.PUBLIC:
                assert found == []
                assert not [name for name in hidden if name in "".join((words + name_of(sheet.path)).split())]


def test_the_internal_copies_hold_the_numbers_that_the_others_leave_out(
    office: Office, period: RosterPeriod, tmp_path: Path
) -> None:
    """So that the test above cannot pass because nothing is printed at all."""
    nobody = ((False, False),) * 8
    told_everybody(office, Told(nobody, SPELLINGS[0], "8218 0110", "颐和"))
    counts = {
        profile: sum(sheet.full_phones for sheet in every_sheet(office, period, profile, tmp_path))
        for profile in Profile
    }
    assert counts[Profile.INTERNAL] > 100
    assert (counts[Profile.POSTED], counts[Profile.PUBLIC]) == (0, 0)


def test_an_internal_copy_says_so_on_every_page_and_in_its_name(
    office: Office, period: RosterPeriod, tmp_path: Path
) -> None:
    i18n.install("zh_CN")
    order = SheetOrder(SheetKind.DUTY, FIRST, LAST, profile=Profile.INTERNAL)
    sheet = office.services.sheets.print(period.id, order, tmp_path / "internal.pdf")
    assert words_of(sheet.path).count("内部资料，请勿张贴") == sheet.pages == 7
    directory = office.services.teams.directory(office.team_id)
    assert file_name(order, directory).startswith("commando 签到表 内部 ")
    assert file_name(replace(order, profile=Profile.PUBLIC), directory).startswith("commando 签到表 公示 ")
    assert file_name(replace(order, profile=None), directory).startswith("commando 签到表 2020")


def test_whoever_agreed_is_named_and_reached_on_what_is_posted(
    office: Office, period: RosterPeriod, tmp_path: Path
) -> None:
    first = ((True, True),) + ((False, False),) * 7
    told_everybody(office, Told(first, SPELLINGS[1], "8218 0110", "颐和"))
    order = SheetOrder(SheetKind.DUTY, FIRST, LAST)
    posted = words_of(office.services.sheets.print(period.id, order, tmp_path / "posted.pdf").path)
    notice = replace(order, profile=Profile.PUBLIC)
    public = words_of(office.services.sheets.print(period.id, notice, tmp_path / "public.pdf").path)
    assert set(numbers_in(posted)) == {"13000000000"}
    assert "130****0001" in posted
    assert "王建国" in public
    assert "李**" in public
    assert "8218 0110" in public


@pytest.mark.parametrize(
    ("profile", "printed"),
    [
        (Profile.INTERNAL, "王建国130-0000-0001 张伟13000000002 何平13000000006 李秀英13000000001 15912345678"),
        (Profile.POSTED, "王建国130****0001 张伟130****0002 何平130****0006 李秀英130****0001 159****5678"),
        (Profile.PUBLIC, "王建国130****0001 张*130****0002 何*130****0006 李**130****0001 159****5678"),
    ],
)
def test_title_signers_and_rules_of_a_team_say_no_more_than_the_profile(
    office: Office, period: RosterPeriod, tmp_path: Path, profile: Profile, printed: str
) -> None:
    told_everybody(office, Told(((True, True),) + ((False, False),) * 7, SPELLINGS[0], "8218 0110", "颐和", TALKATIVE))
    order = SheetOrder(SheetKind.WALL, FIRST, LAST, profile=profile)
    sheet = office.services.sheets.print(period.id, order, tmp_path / "wall.pdf")
    words = "".join(words_of(sheet.path).split())
    assert [said for said in printed.split() if said not in words] == []
    assert words.count("******") == 2
    assert ("13000000000" in words) == (profile is not Profile.PUBLIC)
    assert name_of(sheet.path).endswith(printed.split()[0].replace("国130", "国 130"))


def test_what_is_tried_out_is_told_no_more_freely(office: Office, period: RosterPeriod, tmp_path: Path) -> None:
    told_everybody(office, Told(((False, False),) * 8, SPELLINGS[0], "8218 0110", "颐和"))
    team = replace(office.services.teams.directory(office.team_id).team, duty_phone="13000000002")
    order = SheetOrder(SheetKind.WALL, FIRST, LAST, profile=Profile.PUBLIC)
    sheet = office.services.sheets.print(period.id, order, tmp_path / "wall.pdf", Trial(TALKATIVE, team))
    words = "".join(words_of(sheet.path).split())
    assert (sheet.full_phones, numbers_in(words), "王建国" in words, "王**" in words) == (0, [], False, True)
    assert sheet.notices == ("The duty phone 13000000002 is somebody's own: a public notice goes without it.",)


def test_rules_as_long_as_can_be_are_printed_with_hidden_names(
    office: Office, period: RosterPeriod, tmp_path: Path
) -> None:
    """L** is longer than the name it hides."""
    lu = replace(office.services.teams.directory(office.team_id).volunteer[office.people[0].id], name="Lu")
    office.services.people.update(lu)
    own = Stationery(rules=("Lu " * 106,))
    services = office.services
    services.teams.set_stationery(services.teams.directory(office.team_id).team, own)
    order = SheetOrder(SheetKind.WALL, FIRST, LAST, profile=Profile.PUBLIC)
    words = words_of(services.sheets.print(period.id, order, tmp_path / "wall.pdf").path)
    assert words.count("L**") >= 106
    assert "Lu" not in words


def test_a_duty_phone_that_is_somebodys_own_is_told_before_printing(
    office: Office, period: RosterPeriod, tmp_path: Path
) -> None:
    told_everybody(office, Told(((False, False),) * 8, SPELLINGS[0], "13000000002", "颐和"))
    order = SheetOrder(SheetKind.WALL, FIRST, LAST)
    posted = office.services.sheets.print(period.id, order, tmp_path / "posted.pdf")
    assert posted.notices == (
        "The duty phone 13000000002 is the number of 张伟, who has not agreed to it: it is masked.",
    )
    assert "130****0002" in words_of(posted.path)
    public = office.services.sheets.print(period.id, replace(order, profile=Profile.PUBLIC), tmp_path / "public.pdf")
    assert public.notices == ("The duty phone 13000000002 is somebody's own: a public notice goes without it.",)


@pytest.mark.parametrize("kind", SheetKind)
def test_each_kind_of_sheet_has_a_usual_profile(kind: SheetKind) -> None:
    for_ones_hands = (SheetKind.CONTACTS, SheetKind.HOURS, SheetKind.CERTIFICATE)
    usual = Profile.INTERNAL if kind in for_ones_hands else Profile.POSTED
    assert SheetOrder(kind, FIRST, LAST).shown_as is usual
    assert SheetOrder(kind, FIRST, LAST, profile=Profile.PUBLIC).shown_as is Profile.PUBLIC


def test_only_the_duty_phones_of_the_sheets_asked_for_are_told(
    office: Office, period: RosterPeriod, tmp_path: Path
) -> None:
    told_everybody(office, Told(((False, False),) * 8, SPELLINGS[0], "13000000002", "颐和"))
    services, north = office.services, office.checkpoint
    south = replace(services.places.new_checkpoint(office.team_id, "south gate", north.pattern_id), phone="13000000003")
    services.places.save_checkpoint(south, ())

    def told_of(kind: SheetKind, *places: CheckpointId) -> set[str]:
        sheet = services.sheets.print(period.id, SheetOrder(kind, FIRST, FIRST, places), tmp_path / "sheet.pdf")
        return set(numbers_in(" ".join(sheet.notices)))

    assert told_of(SheetKind.DUTY, north.id) == told_of(SheetKind.PEOPLE) == {"13000000002"}
    assert told_of(SheetKind.DUTY, south.id) == told_of(SheetKind.PEOPLE, south.id) == {"13000000003"}
    assert told_of(SheetKind.DUTY) == told_of(SheetKind.WALL) == {"13000000002", "13000000003"}


def test_a_public_sign_in_sheet_has_no_word_of_phones(office: Office, period: RosterPeriod, tmp_path: Path) -> None:
    order = SheetOrder(SheetKind.DUTY, FIRST, FIRST)
    posted, public = (
        words_of(office.services.sheets.print(period.id, replace(order, profile=p), tmp_path / f"{p}.pdf").path)
        for p in (Profile.POSTED, Profile.PUBLIC)
    )
    assert "Unit / phone" in posted
    assert "Unit" in public
    assert "phone" not in public.replace("duty phone", "")


def test_a_public_list_has_no_columns_of_withheld_phones(office: Office, period: RosterPeriod, tmp_path: Path) -> None:
    columns = (ListColumn.LEADER, ListColumn.LEADER_PHONE, ListColumn.HEAD_PHONE, ListColumn.SHIFTS)
    order = SheetOrder(SheetKind.LIST, FIRST, LAST, columns=columns)
    posted, public = (
        words_of(office.services.sheets.print(period.id, replace(order, profile=p), tmp_path / f"{p}.pdf").path)
        for p in (Profile.POSTED, Profile.PUBLIC)
    )
    assert (posted.count("Phone"), public.count("Phone")) == (2, 0)
