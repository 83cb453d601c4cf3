"""How a sheet stands in the lists at the left: its chip, its mark, and the quiet line under it."""

from __future__ import annotations

from dataclasses import dataclass

from roster_app.gui.publish.hanging import verdict
from roster_app.gui.publish.publication import Publication, SheetState
from roster_app.gui.publish.sheet_choices import SheetChoice
from roster_app.gui.widgets.meanings import ToneName
from roster_app.i18n import _, ngettext
from roster_app.services.sheets import SheetKind

_TONES: dict[SheetState, ToneName] = {SheetState.CURRENT: "good", SheetState.CHANGED: "act", SheetState.DRAFT: "plain"}


@dataclass(frozen=True, slots=True)
class Standing:
    """第2版 / 已变 / 草稿, and what becomes of the sheet that hangs."""

    chip: str
    chip_tone: ToneName
    dot_tone: ToneName
    particulars: str

    @property
    def stands_out(self) -> bool:
        """Whether it is worth a word where many sheets are listed as one."""
        return self.chip_tone not in ("good", "plain")


def standing(choice: SheetChoice, publication: Publication) -> Standing:
    """Of one sheet, as the roster stands now."""
    chip, tone = _chip(choice, publication)
    said = verdict(choice, publication)
    return Standing(chip, tone, tone if choice.kind is SheetKind.CHANGE else said.tone, said.short)


def _chip(choice: SheetChoice, publication: Publication) -> tuple[str, ToneName]:
    """第2版 / 已变 / 草稿; of a change sheet how much it tells."""
    state = publication.state(choice)
    if choice.kind is SheetKind.CONTACTS:
        return _("Internal"), "look"
    if choice.kind is SheetKind.CHANGE:
        count = len(publication.changes_on(choice))
        words = ngettext("{count} change", "{count} changes", count) if count else _("No change")
        return words.format(count=count), (_TONES[state] if count else "plain")
    number = publication.newest.number if publication.newest else 0
    words = {
        SheetState.CURRENT: _("Edition {number}").format(number=number),
        SheetState.CHANGED: _("Outdated"),
        SheetState.DRAFT: _("Draft"),
    }[state]
    return words, _TONES[state]
