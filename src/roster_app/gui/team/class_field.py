"""Which duties a rule speaks of: the usual classes by one choice, any other by what narrows it."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtWidgets import QCheckBox, QSizePolicy

from roster_app.domain.book import ALL, HOLIDAYS, NIGHTS, WEEKENDS, DutyClass
from roster_app.domain.calendar import DayType
from roster_app.domain.ids import CheckpointId, PostId, ShiftTypeId
from roster_app.domain.team import Directory
from roster_app.gui.team.rule_field import RuleField
from roster_app.gui.widgets import ChoiceField, Form, TokenEdit
from roster_app.i18n import _
from roster_app.services.words.names import day_type_name

_OTHER = "other"
_PRESETS = {"all": ALL, "nights": NIGHTS, "rest_days": WEEKENDS, "holidays": HOLIDAYS}


class ClassInput(RuleField):
    """A choice, and under it what narrows the class where none of the usual ones is meant."""

    def __init__(self, field: str, of: DutyClass, directory: Directory) -> None:
        super().__init__()
        self._field = field
        self.preset = ChoiceField(
            [
                ("all", _("All duties")),
                ("nights", _("Night duties")),
                ("rest_days", _("Duties on rest days")),
                ("holidays", _("Duties on statutory holidays")),
                (_OTHER, _("Certain duties …")),
            ]
        )
        self.preset.choose(next((key for key, known in _PRESETS.items() if known == of), _OTHER))
        self.details = _Details(of, directory)
        self._lay(self.preset, self.details, across=False)
        self.preset.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.preset.chosen.connect(self._on_preset)
        self.details.changed.connect(self.changed)
        self.details.setVisible(self.preset.choice == _OTHER)

    def values(self) -> dict[str, object]:
        return {self._field: _PRESETS.get(self.preset.choice) or self.details.of}

    def take_pending(self) -> None:
        self.details.take_pending()

    def _on_preset(self, key: str) -> None:
        self.details.setVisible(key == _OTHER)
        self.changed.emit()


class _Details(RuleField):
    """Shift types, days, checkpoints, posts; nothing chosen in a row means any."""

    def __init__(self, of: DutyClass, directory: Directory) -> None:
        super().__init__()
        places = directory.checkpoint
        posts = [(p.id, f"{places[p.checkpoint_id].name} · {p.name}") for p in directory.posts]
        checkpoints = directory.checkpoints_in_order
        self.shifts = _tokens(((s.id, s.name) for s in directory.shift_types), of.shift_types, _("Shifts"))
        self.days = _tokens(((t.value, day_type_name(t)) for t in DayType), of.day_types, _("Days"))
        self.places = _tokens(((c.id, c.name) for c in checkpoints), of.checkpoints, _("Checkpoints"))
        self.posts = _tokens(posts, of.posts, _("Posts"))
        self.nights = QCheckBox(_("only night duties"))
        self.nights.setChecked(of.nights)
        self.reserve = QCheckBox(_("only reserve duties"))
        self.reserve.setChecked(of.reserve)
        form = Form()
        for tokens in (self.shifts, self.days, self.places, self.posts):
            form.add(tokens.accessibleName(), tokens)
            tokens.changed.connect(lambda _keys: self.changed.emit())
        for tick in (self.nights, self.reserve):
            form.add("", tick)
            tick.toggled.connect(lambda _on: self.changed.emit())
        self._lay(form, across=False)
        self.setFocusProxy(self.shifts)

    @property
    def of(self) -> DutyClass:
        """The class these make."""
        return DutyClass(
            self.nights.isChecked(),
            frozenset(ShiftTypeId(int(key)) for key in self.shifts.chosen),
            frozenset(DayType(key) for key in self.days.chosen),
            frozenset(CheckpointId(int(key)) for key in self.places.chosen),
            frozenset(PostId(int(key)) for key in self.posts.chosen),
            self.reserve.isChecked(),
        )

    def values(self) -> dict[str, object]:
        return {"of": self.of}

    def take_pending(self) -> None:
        for tokens in (self.shifts, self.days, self.places, self.posts):
            tokens.take_pending()


def _tokens(choices: Iterable[tuple[object, str]], chosen: Iterable[object], name: str) -> TokenEdit:
    offered = [(str(key), words) for key, words in choices]
    tokens = TokenEdit(offered, name, placeholder=_("Any"))
    tokens.choose([key for key, _words in offered if key in {str(one) for one in chosen}])
    return tokens
