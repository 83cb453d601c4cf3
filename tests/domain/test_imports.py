"""The plan of an import: who is recognised, who is new, what is told, and that nothing is counted twice."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from roster_app.domain.ids import AreaId, QualificationId, TeamId, VolunteerId, new_id
from roster_app.domain.imports import Fate, ImportPlan, ListedNames, PlannedRow, plan_import
from roster_app.domain.lists import (
    CellProblem,
    Problem,
    ReadList,
    SkippedRow,
    SkipReason,
    Verdict,
    VolunteerDraft,
)
from roster_app.domain.people import Gender, Volunteer

TEAM = TeamId(1)
NAMES = ListedNames({1: "宋屋村", 2: "横岗"}, {}, {1: "负责人", 2: "党员"})
AREA_IDS = {name: AreaId(number) for number, name in NAMES.areas.items()}
QUALIFICATION_IDS = {name: QualificationId(number) for number, name in NAMES.qualifications.items()}


def draft(row: int, name: str, phone: str | None = None, unit: str | None = None, **more: object) -> VolunteerDraft:
    return VolunteerDraft(row, f"S!A{row}", name, name, affiliation=unit, phone=phone, **more)  # type: ignore[arg-type]


def person(name: str, phone: str = "", unit: str = "", **more: object) -> Volunteer:
    return Volunteer(VolunteerId(new_id()), TEAM, name, unit, phone=phone, **more)  # type: ignore[arg-type]


def plan(drafts: list[VolunteerDraft], known: list[Volunteer] | None = None) -> ImportPlan:
    return plan_import(ReadList("list", tuple(drafts)), known or [], NAMES)


def fates(found: ImportPlan) -> list[Fate]:
    return [row.fate for row in found.rows]


def codes(found: ImportPlan) -> list[CellProblem]:
    return [problem.code for problem in found.problems]


def carried_out(found: ImportPlan, known: list[Volunteer]) -> list[Volunteer]:
    """The people there are after the import."""
    people = {v.id: v for v in known}
    for row in found.rows:
        if row.fate in (Fate.NEW, Fate.CHANGED):
            volunteer = _taken_in(row)
            people[volunteer.id] = volunteer
    return list(people.values())


def _taken_in(row: PlannedRow) -> Volunteer:
    told, base = row.draft, row.known or person(row.draft.name)
    return replace(
        base,
        affiliation=base.affiliation if told.affiliation is None else told.affiliation,
        phone=base.phone if told.phone is None else told.phone,
        area_id=base.area_id if told.area is None else AREA_IDS[told.area],
        nights_allowed=base.nights_allowed if told.nights_allowed is None else told.nights_allowed,
        gender=base.gender if told.gender is None else told.gender,
        qualifications=base.qualifications | {QUALIFICATION_IDS[q] for q in told.qualifications or ()},
    )


def test_somebody_unknown_is_new() -> None:
    assert fates(plan([draft(2, "王建国", "13000000001")])) == [Fate.NEW]


def test_the_same_name_and_phone_is_the_same_person_in_another_unit() -> None:
    found = plan([draft(2, "王 建国", "13000000001", "第二支部")], [person("王建国", "13000000001", "第一支部")])

    assert fates(found) == [Fate.CHANGED]
    assert found.rows[0].changes == ("affiliation",)


def test_the_same_name_with_another_phone_is_another_person_and_told() -> None:
    found = plan([draft(2, "张伟", "13000000002")], [person("张伟", "13000000001")])

    assert fates(found) == [Fate.NEW]
    assert codes(found) == [CellProblem.NAMESAKE]
    assert found.problems[0].hint == "130****0001"


def test_a_phone_learnt_later_is_added_to_the_person() -> None:
    found = plan([draft(2, "张伟", "13000000001")], [person("张伟")])

    assert [(row.fate, row.changes) for row in found.rows] == [(Fate.CHANGED, ("phone",))]


def test_a_namesake_of_another_unit_is_never_moved_over() -> None:
    found = plan([draft(2, "张伟", unit="颐和")], [person("张伟", "13000000001", "宋屋")])

    assert fates(found) == [Fate.NEW]
    assert codes(found) == [CellProblem.NAMESAKE]


def test_nobody_is_recognised_twice() -> None:
    found = plan(
        [draft(2, "张伟", unit="颐和"), draft(3, "张伟", "13000000001", "颐和")],
        [person("张伟", "13000000001", "颐和")],
    )

    assert fates(found) == [Fate.NEW, Fate.SAME]


def test_two_of_one_name_in_a_list_without_a_word_to_tell_them_are_told() -> None:
    found = plan([draft(2, "张伟", "13000000001"), draft(3, "张伟", unit="颐和")])

    assert fates(found) == [Fate.NEW, Fate.NEW]
    assert codes(found) == [CellProblem.NAMESAKE]


def test_two_of_one_name_with_two_phones_are_plainly_two_people() -> None:
    found = plan([draft(2, "张伟", "13000000001"), draft(3, "张伟", "13000000002")])

    assert fates(found) == [Fate.NEW, Fate.NEW]
    assert not found.problems


def test_a_row_that_could_be_several_people_waits_for_a_phone() -> None:
    found = plan([draft(2, "张伟")], [person("张伟", "13000000001", "宋屋"), person("张伟", "13000000002", "颐和")])

    assert fates(found) == [Fate.WRONG]
    assert [(p.code, p.hint) for p in found.problems] == [(CellProblem.AMBIGUOUS, "2")]


def test_a_unit_tells_namesakes_apart() -> None:
    known = [person("张伟", "13000000001", "宋屋"), person("张伟", "13000000002", "颐和")]

    found = plan([draft(2, "张伟", unit="颐和")], known)

    assert (found.rows[0].fate, found.rows[0].known) == (Fate.SAME, known[1])


def test_a_repeated_row_is_skipped_with_the_row_it_repeats() -> None:
    found = plan([draft(2, "李明", "13000000001"), draft(9, "李　明", "13000000001")])

    assert fates(found) == [Fate.NEW, Fate.SKIPPED]
    assert [(p.code, p.hint) for p in found.problems] == [(CellProblem.REPEATED_IN_FILE, "2")]


def test_a_near_name_is_told_and_never_merged() -> None:
    found = plan([draft(2, "王焌文", "13000000001")], [person("王竣文", "13000000001")])

    assert fates(found) == [Fate.NEW]
    assert [(p.code, p.verdict, p.hint) for p in found.problems] == [
        (CellProblem.NEAR_NAME, Verdict.DOUBTFUL, "王竣文")
    ]


def test_near_names_within_the_list_are_told_once() -> None:
    found = plan([draft(2, "欧阳云岗", "13000000001"), draft(3, "欧阳云岚", "13000000002")])

    assert [(p.address, p.code) for p in found.problems] == [("S!A3", CellProblem.NEAR_NAME)]


def test_a_phone_of_two_people_is_told_at_the_phone() -> None:
    found = plan(
        [draft(2, "王大山", "13000000001"), draft(3, "李小河", "13000000001", phone_address="S!C3")],
    )

    assert [(p.address, p.code, p.hint) for p in found.problems] == [("S!C3", CellProblem.PHONE_TWICE, "王大山")]


def test_a_wrong_row_never_stops_the_others() -> None:
    bad = Problem("S!C2", "12", CellProblem.PHONE_LENGTH, Verdict.WRONG, "2")

    found = plan([draft(2, "王建国", problems=(bad,)), draft(3, "李明")])

    assert fates(found) == [Fate.WRONG, Fate.NEW]


def test_a_qualification_is_only_ever_added() -> None:
    known = person("王建国", "13000000001", qualifications=frozenset({QualificationId(1), QualificationId(2)}))

    same = plan([draft(2, "王建国", "13000000001", qualifications=("党员",))], [known])
    more = plan([draft(2, "王建国", "13000000001", qualifications=("医务",))], [known])

    assert (fates(same), more.rows[0].changes) == ([Fate.SAME], ("qualifications",))


def test_what_the_list_does_not_say_changes_nothing() -> None:
    known = person("王建国", "13000000001", "宋屋", title="书记", nights_allowed=False, note="会粤语")

    assert fates(plan([draft(2, "王建国", "13000000001")], [known])) == [Fate.SAME]


def test_consent_that_a_list_tells_changes_the_person() -> None:
    known = person("王建国", "13000000001", name_consent=True)
    found = plan([draft(2, "王建国", "13000000001", name_consent=False, phone_consent=True)], [known])

    assert found.rows[0].changes == ("name_consent", "phone_consent")


def test_rows_that_are_no_people_are_counted_as_skipped() -> None:
    foot = SkippedRow(9, "S!A9", "合计", SkipReason.FOOT)
    found = plan_import(ReadList("list", (draft(2, "李明"),), skipped=(foot,)), [], NAMES)

    assert (found.rows_in, found.count(Fate.SKIPPED), found.count(Fate.NEW)) == (2, 1, 1)


DRAFTS = st.lists(
    st.builds(
        lambda name, phone, unit, area, skills, nights, gender, bad: draft(
            0,
            name,
            phone,
            unit,
            area=area,
            qualifications=skills,
            nights_allowed=nights,
            gender=gender,
            problems=(Problem("S!A0", "", CellProblem.PHONE_ODD, Verdict.WRONG),) if bad else (),
        ),
        st.sampled_from(["张伟", "张 伟", "王竣文", "王焌文", "李明"]),
        st.sampled_from([None, "13000000001", "13000000002"]),
        st.sampled_from([None, "宋屋", "颐和"]),
        st.sampled_from([None, "宋屋村", "横岗"]),
        st.sampled_from([None, ("党员",), ("负责人", "党员")]),
        st.sampled_from([None, True, False]),
        st.sampled_from([None, Gender.FEMALE, Gender.MALE]),
        st.booleans(),
    ),
    max_size=7,
)


@given(DRAFTS)
def test_importing_a_list_twice_changes_nothing(drafts: list[VolunteerDraft]) -> None:
    drafts = [replace(d, row=row) for row, d in enumerate(drafts, start=2)]
    people = carried_out(plan(drafts), [])

    again = plan(drafts, people)

    assert not again.count(Fate.NEW)
    assert not again.count(Fate.CHANGED)


@given(DRAFTS)
def test_rows_in_are_the_sum_of_their_fates(drafts: list[VolunteerDraft]) -> None:
    found = plan(drafts, [person("张伟", "13000000001"), person("李明")])

    assert found.rows_in == sum(found.count(fate) for fate in Fate)
