"""What a sheet says of a person: each profile, each kind of number, each way a number gets into words."""

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roster_app.domain.ids import CheckpointId, TeamId, VolunteerId
from roster_app.domain.names import hidden_name
from roster_app.domain.numbers import digits_of, mobiles_in, with_masked_mobiles, without_id_numbers
from roster_app.domain.people import Team, Volunteer
from roster_app.domain.places import Checkpoint
from roster_app.domain.privacy import Privacy, Profile
from roster_app.domain.team import Directory

TEAM = Team(TeamId(1), "横三突击队", "永平街横三社区", "8218 0110")
ZHANG = Volunteer(VolunteerId(1), TEAM.id, "张伟", "颐和", phone="13800001234", note="身体不好")
LI = Volunteer(VolunteerId(2), TEAM.id, "李秀英", "横岗", phone="13900005678", name_consent=True, phone_consent=True)
GATE = Checkpoint(CheckpointId(1), TEAM.id, "横岗卡口")


def privacy(profile: Profile, *people: Volunteer, team: Team = TEAM) -> Privacy:
    return Privacy(Directory(team, people or (ZHANG, LI), checkpoints=(GATE,)), profile)


def told_of(volunteer: Volunteer, profile: Profile) -> tuple[str, str]:
    shown = privacy(profile).shown.volunteer[volunteer.id]
    return shown.name, shown.phone


def test_the_internal_copy_says_everything() -> None:
    assert told_of(ZHANG, Profile.INTERNAL) == ("张伟", "13800001234")


def test_a_posted_sheet_says_the_name_and_a_masked_number_unless_the_person_agreed() -> None:
    assert told_of(ZHANG, Profile.POSTED) == ("张伟", "138****1234")
    assert told_of(LI, Profile.POSTED) == ("李秀英", "13900005678")


def test_a_public_notice_hides_the_name_of_whoever_has_not_agreed_and_every_number() -> None:
    assert told_of(ZHANG, Profile.PUBLIC) == ("张*", "")
    assert told_of(LI, Profile.PUBLIC) == ("李秀英", "")


@pytest.mark.parametrize("profile", Profile)
def test_notes_never_go_to_the_printer(profile: Profile) -> None:
    assert {v.note for v in privacy(profile).shown.volunteers} == {""}


def test_a_number_of_two_people_is_masked_unless_both_agreed() -> None:
    couple = replace(ZHANG, id=VolunteerId(3), phone="139 0000 5678")
    shown = privacy(Profile.POSTED, LI, couple).shown
    assert not any(mobiles_in(v.phone) for v in shown.volunteers)


def test_hidden_names_that_look_the_same_are_told_apart_by_unit() -> None:
    other = replace(ZHANG, id=VolunteerId(4), name="张强", affiliation="横岗")
    shown = privacy(Profile.PUBLIC, ZHANG, other).shown
    assert list(shown.name.values()) == ["张*(颐和)", "张*(横岗)"]


def test_hidden_names_of_one_unit_are_told_apart_by_a_running_number_and_by_no_phone() -> None:
    other = replace(ZHANG, id=VolunteerId(4), name="张强")
    shown = privacy(Profile.PUBLIC, ZHANG, other).shown
    assert list(shown.name.values()) == ["张*(颐和)#1", "张*(颐和)#2"]


@pytest.mark.parametrize("profile", Profile)
def test_the_duty_phone_of_an_office_is_printed_in_full(profile: Profile) -> None:
    team = replace(TEAM, duty_phone="020-8218 0110")
    assert privacy(profile, team=team).shown.team.duty_phone == "020-8218 0110"


def test_a_duty_phone_that_is_somebodys_own_needs_consent_on_the_wall_and_never_stands_in_a_public_notice() -> None:
    for own, posted in ((ZHANG.phone, "138****1234"), (LI.phone, LI.phone), ("137 0000 0000", "137 0000 0000")):
        team = replace(TEAM, duty_phone=own)
        assert privacy(Profile.INTERNAL, team=team).shown.team.duty_phone == own
        assert privacy(Profile.POSTED, team=team).shown.team.duty_phone == posted
        assert privacy(Profile.PUBLIC, team=team).shown.team.duty_phone == ""


def test_a_checkpoints_phone_follows_the_same_rule_and_the_changed_ones_are_told() -> None:
    team = Directory(TEAM, (ZHANG, LI), checkpoints=(replace(GATE, phone="138-0000-1234"),))
    posted = Privacy(team, Profile.POSTED)
    assert posted.shown.checkpoints[0].phone == "138****1234"
    assert posted.duty_phones_changed == ("138-0000-1234",)
    assert Privacy(team, Profile.INTERNAL).duty_phones_changed == ()


def test_typed_names_of_members_are_hidden_in_a_public_notice() -> None:
    public = privacy(Profile.PUBLIC)
    assert public.signature("张 伟 书记") == "张*书记"
    assert public.signature("“张伟”、张 伟 负责。") == "“张*”、张*负责"
    assert public.signature("李秀英、张伟 负责。") == "李秀英、张* 负责。"
    assert public.signature("李秀英") == "李秀英"
    assert public.signature("何平 13800009999") == "何平 138****9999"
    assert privacy(Profile.POSTED).signature("张伟") == "张伟"


def test_numbers_typed_into_other_fields_are_kept_off_the_paper() -> None:
    talkative = replace(ZHANG, affiliation="颐和 １３８００００１２３４")
    for profile, told in ((Profile.POSTED, "颐和 138****1234"), (Profile.PUBLIC, "颐和 138****1234")):
        assert privacy(profile, talkative).shown.volunteers[0].affiliation == told


@pytest.mark.parametrize(
    "number", ["440106199001011234", "44010619900101123X", "440106 19900101 1234", "440106900101123"]
)
@pytest.mark.parametrize("profile", Profile)
def test_id_numbers_stand_on_no_sheet_at_all(profile: Profile, number: str) -> None:
    talkative = replace(ZHANG, affiliation=f"颐和{number}", phone=number, title=number)
    shown = privacy(profile, talkative).shown.volunteers[0]
    assert not re.search(r"\d{8}", f"{shown.affiliation} {shown.phone} {shown.title}")
    assert shown.affiliation == "颐和******"


@pytest.mark.parametrize(
    ("name", "hidden"),
    [
        ("张伟", "张*"),
        ("李秀英", "李**"),
        ("欧阳雪梅", "欧阳**"),
        ("欧阳", "欧*"),
        ("喆", "*"),
        ("黄𬀩", "黄*"),
        ("阿卜杜热合曼·买买提", "阿**·买**"),
        ("Christopher Montgomery", "C** M**"),
    ],
)
def test_of_a_hidden_name_the_surname_is_left(name: str, hidden: str) -> None:
    assert hidden_name(name) == hidden


@pytest.mark.parametrize(
    "written",
    [
        "13800001234",
        "138 0000 1234",
        "138-0000-1234",
        "+86 138 0000 1234",
        "8613800001234",
        "１３８００００１２３４",
        "138.000.01234",
    ],
)
def test_a_mobile_number_is_found_however_it_is_written(written: str) -> None:
    text = f"找{written}，谢谢"
    assert mobiles_in(text) == ("13800001234",)
    assert with_masked_mobiles(text) == "找138****1234，谢谢"
    assert with_masked_mobiles(text, frozenset({"13800001234"})) == text
    assert digits_of(written) == "13800001234"


@pytest.mark.parametrize(
    "words", ["8218 0110", "020-86001234", "4月13日 08:00–16:00", "440106199001011234", "12345", ""]
)
def test_what_is_no_mobile_number_is_left_alone(words: str) -> None:
    assert mobiles_in(words) == ()
    assert with_masked_mobiles(words) == words


def test_other_long_numbers_are_no_id_numbers() -> None:
    for text in ("13800001234", "020-86001234", "2020-04-06 2020-04-12", "9876543210987654"):
        assert without_id_numbers(text) == text


@given(
    st.lists(st.tuples(st.integers(13_000_000_000, 19_999_999_999), st.booleans(), st.booleans()), max_size=6),
    st.text(st.sampled_from(" -伟，号"), max_size=30),
)
def test_nobodys_number_gets_through_without_consent(people: list[tuple[int, bool, bool]], words: str) -> None:
    volunteers = tuple(
        Volunteer(
            VolunteerId(n), TEAM.id, "张伟", f"{words}{number}", phone=str(number), name_consent=a, phone_consent=b
        )
        for n, (number, a, b) in enumerate(people)
    )
    team = replace(TEAM, duty_phone=str(people[0][0]) if people else words, office=words)
    withheld = {str(number) for number, _name, phone in people if not phone}
    for profile, forbidden in ((Profile.POSTED, withheld), (Profile.PUBLIC, {str(p[0]) for p in people})):
        shown = privacy(profile, *volunteers, team=team).shown if volunteers else privacy(profile, team=team).shown
        texts = [shown.team.office, shown.team.duty_phone]
        texts += [text for v in shown.volunteers for text in (v.name, v.affiliation, v.phone)]
        assert not [(number, text) for number in forbidden for text in texts if number in text]
