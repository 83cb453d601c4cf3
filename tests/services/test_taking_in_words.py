"""Every fate, obstacle, ground, layout, use and question of a file has its words, in both languages."""

from datetime import date

import pytest

from roster_app.domain.inspected import (
    ColumnUse,
    EntryVerdict,
    LayoutGround,
    LayoutKind,
    LayoutReason,
    SeenEntry,
    SeenPerson,
)
from roster_app.domain.taking_in import EntryFate, Obstacle, PlannedEntry, PlannedPerson, Purpose
from roster_app.services.words import (
    entry_fate_name,
    layout_name,
    purpose_name,
    sentence_of_obstacle,
    sentence_of_person,
    sentence_of_reason,
    use_name,
)


@pytest.mark.parametrize("obstacle", list(Obstacle))
@pytest.mark.parametrize("told", [True, False])
def test_every_obstacle_has_a_sentence(obstacle: Obstacle, told: bool) -> None:
    seen = SeenEntry("王建国", date(2020, 4, 6), "早班", 480, 960, "A!B2", EntryVerdict.OK, "东门")
    bare = SeenEntry("", None, "", None, None, "A!B2", EntryVerdict.OK)
    sentence = sentence_of_obstacle(
        PlannedEntry(seen if told else bare, EntryFate.ASKED, obstacle=obstacle, hint="李秀英" if told else "")
    )

    assert sentence.endswith((".", "?"))
    assert "{" not in sentence
    assert "“”" not in sentence


def test_names_and_reasons() -> None:
    reason = LayoutReason(LayoutGround.DAYS_ACROSS, (2, 3), "", 7, 6, 1, told=True)

    assert sentence_of_reason(reason) == (
        "Days stand side by side in row 2, 3. Weekdays prove 6 days. 1 weekday differs. You said so."
    )
    for ground in LayoutGround:
        assert "{" not in sentence_of_reason(LayoutReason(ground, (1,), "B"))
    for names in (
        [entry_fate_name(fate) for fate in EntryFate],
        [layout_name(kind) for kind in LayoutKind],
        [use_name(use) for use in ColumnUse],
        [purpose_name(purpose) for purpose in Purpose],
    ):
        assert all(names)
        assert len(set(names)) == len(names)


def test_a_person_asked_about() -> None:
    seen = SeenPerson("王建图")
    near = PlannedPerson(seen, EntryFate.ASKED, None, Obstacle.NEAR_NAME, hint="王建国")

    assert sentence_of_person(near) == "王建图 is not known, 王建国 is. Is it the same person?"
    assert sentence_of_person(PlannedPerson(seen, EntryFate.NEW)) == ""
