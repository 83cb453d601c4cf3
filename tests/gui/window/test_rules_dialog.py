"""The rules dialog shows the limits as they are and stores exactly what it shows."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtWidgets import QComboBox, QMainWindow
from pytestqt.qtbot import QtBot
from window_cases import World, dialog_of, is_freed

from roster_app.domain.ids import AreaId, CheckpointId, TeamId
from roster_app.domain.people import Team
from roster_app.domain.places import Checkpoint
from roster_app.domain.team import Directory, TeamRules
from roster_app.gui.team.rules_dialog import RulesDialog
from roster_app.gui.widgets.buttons import IconButton, LinkButton, PrimaryButton
from roster_app.gui.widgets.duration_field import minutes_of_duration, text_of_duration

TODAY = date(2020, 4, 14)
TEAM = Team(TeamId(1), "横三突击队")
GATES = tuple(Checkpoint(CheckpointId(n), TEAM.id, f"第{n}卡口", area_id=AreaId(n)) for n in (1, 2, 3))
limits = st.none() | st.integers(1, 60)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    rules=st.builds(
        TeamRules,
        min_rest_minutes=st.integers(0, 4320),
        max_consecutive_days=limits,
        max_week_minutes=st.none() | st.integers(60, 10080),
        max_consecutive_nights=limits,
        max_nights=st.none() | st.integers(0, 200),
        night_start=st.integers(720, 1439),
        night_end=st.integers(1441, 1440 + 719),
        night_counts_from=st.integers(1, 1440),
        leader_each_shift=st.booleans(),
        travel_within_area=st.integers(0, 600),
        travel_between_areas=st.integers(0, 600),
        travel=st.dictionaries(
            st.sampled_from([frozenset({GATES[0].id, GATES[1].id}), frozenset({GATES[1].id, GATES[2].id})]),
            st.integers(0, 600),
        ),
    )
)
def test_what_is_not_touched_stays(qtbot: QtBot, rules: TeamRules) -> None:
    window = QMainWindow()
    dialog = RulesDialog(Directory(TEAM, checkpoints=GATES, rules=rules), TODAY, window)

    assert dialog.rules() == rules

    window.deleteLater()


def test_a_night_without_length_is_refused(qtbot: QtBot) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    dialog = RulesDialog(Directory(TEAM), TODAY, window)

    dialog.usual.night_end.set_minutes(dialog.usual.night_start.minutes)

    assert dialog.rules() is None
    assert dialog.usual.night_error.text


def test_limits_are_stored_and_told(world: World) -> None:
    told: list[object] = []
    world.session.events.changed.connect(lambda changes, _origin: told.append(changes))
    world.session.wished.emit("team_rules", None)
    dialog = dialog_of(RulesDialog)
    assert isinstance(dialog, RulesDialog)

    dialog.usual.rest._field.setValue(11 * 60)
    dialog.usual.week._tick.click()
    dialog.findChild(PrimaryButton).click()

    assert world.directory.rules == replace(TeamRules(), min_rest_minutes=660, max_week_minutes=None)
    assert len(told) == 1
    assert is_freed(dialog)


def test_a_way_of_one_s_own_can_be_stated_and_taken_out(qtbot: QtBot) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    dialog = RulesDialog(Directory(TEAM, checkpoints=GATES), TODAY, window)

    dialog.usual.travel.findChild(LinkButton).click()
    _here, there = dialog.usual.travel.findChildren(QComboBox)
    there.setCurrentIndex(2)
    rules = dialog.rules()
    assert rules is not None
    assert rules.travel == {frozenset({GATES[0].id, GATES[2].id}): 30}

    dialog.usual.travel.findChild(IconButton).click()
    rules = dialog.rules()
    assert rules is not None
    assert rules.travel == {}


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("12", 720), ("7.5", 450), ("7:30", 450), ("7 h 30 min", 450), ("45 min", 45), ("8小时", 480),
        ("7小时30分钟", 450), ("１２", 720), ("", None), ("soon", None), ("h", None),
    ],
)  # fmt: skip
def test_lengths_of_time_are_understood(text: str, minutes: int | None) -> None:
    assert minutes_of_duration(text) == minutes


@given(minutes=st.integers(0, 20_000))
def test_a_length_of_time_is_read_as_it_is_written(minutes: int) -> None:
    assert minutes_of_duration(text_of_duration(minutes)) == minutes
