"""Whose eyes a sheet is for, and what it therefore tells of people, with the count of full mobile numbers on it."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from roster_app.gui.publish.note import Note
from roster_app.gui.widgets import SegmentedControl, measures_of
from roster_app.i18n import _, ngettext
from roster_app.services.sheets import (
    COUNTED,
    WITH_PHONES,
    PrintedSheet,
    Profile,
    SheetKind,
    SheetOrder,
    usual_profile,
)

_NO_CHOICE = frozenset({SheetKind.CONTACTS, SheetKind.SLIPS, SheetKind.CERTIFICATE})
"""Kinds of one profile: a list of numbers without numbers, or somebody's own slip without the name, is of no use."""


class Audience(QWidget):
    """内部 / 张贴 / 公示: each kind of sheet begins with its usual profile and keeps what was chosen for it."""

    changed = Signal()  # another profile was chosen

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kind = SheetKind.WALL
        self._chosen: dict[SheetKind, Profile] = {}
        self._public: set[SheetKind] = set()
        self.control = SegmentedControl(
            [
                (Profile.INTERNAL, _("Internal")),
                (Profile.POSTED, _("Posted")),
                (Profile.PUBLIC, _("Public notice")),
            ],
            _("Whom it is for"),
        )
        self.note = Note()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(measures_of(self).near)
        column.addWidget(self.control)
        column.addWidget(self.note)
        self.control.chosen.connect(self._on_chosen)
        self.show_kind(self._kind)

    @property
    def public(self) -> frozenset[SheetKind]:
        """The kinds last made for everybody to read, whatever internal copies were made of them since."""
        return frozenset(self._public)

    def show_public(self, kinds: Iterable[SheetKind]) -> None:
        """Begin with these as public notices."""
        self._public = set(kinds) - _NO_CHOICE
        self._chosen = dict.fromkeys(self._public, Profile.PUBLIC)
        self.show_kind(self._kind)

    def profile_of(self, kind: SheetKind) -> Profile:
        """What was chosen for such a sheet, or what is usual for it."""
        return self._chosen.get(kind, usual_profile(kind))

    def show_kind(self, kind: SheetKind) -> None:
        """What can be chosen for such a sheet."""
        self._kind = kind
        self.control.setVisible(kind not in _NO_CHOICE)
        self.control.choose(self.profile_of(kind))

    def show_sheet(self, order: SheetOrder, sheet: PrintedSheet | None) -> None:
        """What the sheet tells of people; None while it is being drawn."""
        if sheet is None and _may_hold_numbers(order):
            self.note.tell(_("Full mobile numbers"), _("They are being counted …"), "look")
        elif sheet is None or not sheet.full_phones:
            marked = order.shown_as is Profile.INTERNAL and order.kind is not SheetKind.CERTIFICATE
            self.note.tell(*_without_numbers(order), "look" if marked else "good")
        else:
            count = sheet.full_phones
            words = ngettext(
                "{count} full mobile number on these pages", "{count} full mobile numbers on these pages", count
            )
            self.note.tell(words.format(count=count), _about_numbers(order.shown_as), "look")

    def _on_chosen(self, key: str) -> None:
        profile = Profile(key)
        self._chosen[self._kind] = profile
        if profile is Profile.PUBLIC:
            self._public.add(self._kind)
        elif profile is Profile.POSTED:
            self._public.discard(self._kind)
        self.changed.emit()


def _may_hold_numbers(order: SheetOrder) -> bool:
    """Numbers of people, masked or not: a list to be posted only where its columns are chosen."""
    if order.kind is SheetKind.LIST and not order.columns:
        return order.shown_as is Profile.INTERNAL
    return order.kind in WITH_PHONES and order.shown_as is not Profile.PUBLIC


def _without_numbers(order: SheetOrder) -> tuple[str, str]:
    if order.shown_as is Profile.PUBLIC:
        text = _("Names of those who have not agreed are partly hidden; a duty phone that is a mobile is left out.")
        return _("No mobile number in a public notice"), text
    if order.kind is SheetKind.CERTIFICATE:
        return _("No mobile number on this sheet"), _("Hand each certificate to the person it names.")
    if order.shown_as is Profile.INTERNAL:
        return _("No full mobile number on these pages"), _("Every page says that it is internal.")
    if order.kind in COUNTED:
        return _("No mobile number on this sheet"), _("Only names, affiliations and hours.")
    if not _may_hold_numbers(order):
        return _("No mobile number on this sheet"), _("Only names, and the duty phone in full.")
    text = _("Mobiles are printed as 138****1234, the duty phone in full.")
    return _("No full mobile number on these pages"), text


def _about_numbers(profile: Profile) -> str:
    if profile is Profile.INTERNAL:
        return _("For the leader's own hands. Never post it, never send it to a group.")
    return _("Those of people who agreed to it, or a duty phone that is a mobile.")
