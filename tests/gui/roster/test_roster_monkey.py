"""A monkey at the keyboard and the mouse: whatever it does, grid, document and database say the same."""

import random

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from roster_desk import stored

from roster_app.domain.edits import EditKind
from roster_app.gui.roster.arrangements import BY_DAY, BY_MONTH, BY_PERSON, BY_PLACE

Key, Mod = Qt.Key, Qt.KeyboardModifier


class Monkey:
    """Does things a person could do, chosen by chance, through real events only."""

    def __init__(self, page, seed):
        self.page = page
        self.chance = random.Random(seed)
        self.deeds = [
            self.walk, self.walk, self.jump, self.click, self.extend, self.clear, self.lock, self.choose, self.choose,
            self.copy, self.cut, self.paste, self.undo, self.undo, self.redo, self.switch, self.next_trouble,
            self.turn, self.look_and_leave,
        ]  # fmt: skip

    @property
    def grid(self):
        return self.page.arrangements.grid

    def press(self, key, modifier=Mod.NoModifier):
        QTest.keyClick(self.page.window().focusWidget() or self.page, key, modifier)

    def walk(self):
        self.press(self.chance.choice([Key.Key_Up, Key.Key_Down, Key.Key_Left, Key.Key_Right]))

    def jump(self):
        duty = self.chance.choice(self.page.document.roster.plan.duties)
        self.page.arrangements.go_to_duty(duty.id)

    def click(self):
        index = self.grid.model().index(self.chance.randrange(4), self.chance.randrange(5))
        place = self.grid.visualRect(index).center()
        QTest.mouseClick(self.grid.viewport(), Qt.MouseButton.LeftButton, pos=place)

    def extend(self):
        self.press(self.chance.choice([Key.Key_Down, Key.Key_Right]), Mod.ShiftModifier)

    def clear(self):
        self.press(Key.Key_Delete)

    def lock(self):
        self.press(Key.Key_Space)

    def choose(self):
        self.press(Key.Key_Return)
        for _step in range(self.chance.randrange(4)):
            self.press(Key.Key_Down)
        self.press(Key.Key_Return)

    def look_and_leave(self):
        QTest.keyClicks(self.grid, "w")
        self.press(Key.Key_Escape)
        self.press(Key.Key_Escape)

    def copy(self):
        self.press(Key.Key_C, Mod.ControlModifier)

    def cut(self):
        self.press(Key.Key_X, Mod.ControlModifier)

    def paste(self):
        self.press(Key.Key_V, Mod.ControlModifier)

    def undo(self):
        self.press(Key.Key_Z, Mod.ControlModifier)

    def redo(self):
        self.press(Key.Key_Y, Mod.ControlModifier)

    def switch(self):
        self.press(self.chance.choice([Key.Key_1, Key.Key_2, Key.Key_3, Key.Key_4]), Mod.AltModifier)

    def next_trouble(self):
        self.press(Key.Key_F8)

    def turn(self):
        self.press(self.chance.choice([Key.Key_PageDown, Key.Key_PageUp, Key.Key_Home]))


def in_places(page):
    """{duty: (name, locked)} of what checkpoint × day shows."""
    model = page.arrangements.places_model
    looks = [model.look(r, c) for r in range(model.rowCount()) for c in range(model.columnCount())]
    return {look.duty_id: (look.name, look.locked) for look in looks if look is not None and look.name}


def in_people(page):
    model = page.arrangements.people_model
    cells = [(r, model.cell(r, c)) for r in range(model.rowCount()) for c in range(len(model.days))]
    return {seat.duty_id: (model.name(row), seat.locked) for row, cell in cells for seat in cell.seats}


def in_lanes(page):
    """What the 24 hours show of the day in sight, and which duties those are."""
    model = page.arrangements.lanes_model
    looks = [model.look(row, column) for row in range(model.rowCount()) for column in range(len(model.bars(row)))]
    return {look.seat.duty_id: (look.seat.name, look.seat.locked) for look in looks}


def as_told(page, assignments):
    names = page.document.opened.directory.name
    return {duty_id: (names[a.volunteer_id], a.locked) for duty_id, a in assignments.items()}


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_grid_document_and_database_always_agree(page, seed):
    monkey = Monkey(page, seed)
    done = set()
    page.document.step_done.connect(lambda record: done.add(record.edit.kind))
    for _step in range(110):
        monkey.chance.choice(monkey.deeds)()
        told = as_told(page, page.document.roster.assignments)
        assert in_places(page) == told
        assert in_people(page) == told
        assert all(told.get(duty_id, ("", False)) == seen for duty_id, seen in in_lanes(page).items())
    assert page.document.roster.assignments == stored(page)
    assert {EditKind.ASSIGN, EditKind.CLEAR} < done, "the monkey was idle"
    assert page.arrangements.front in (BY_PLACE, BY_PERSON, BY_DAY, BY_MONTH)


def test_every_step_can_be_taken_back_to_the_beginning(page):
    first = page.document.roster.assignments
    begun = page.document.history.undo
    monkey = Monkey(page, 7)
    for _step in range(60):
        monkey.chance.choice([monkey.jump, monkey.clear, monkey.lock, monkey.choose, monkey.cut, monkey.paste])()
    page.arrangements.grid.setFocus()
    for _step in range(200):
        if page.document.history.undo == begun:
            break
        monkey.undo()
    assert page.document.roster.assignments == first == stored(page)
