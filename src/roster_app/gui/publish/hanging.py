"""What becomes of the sheet that hangs: it may stay, or it must be replaced or have a change sheet beside it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from roster_app.gui.publish.publication import Publication, SheetState
from roster_app.gui.publish.sheet_choices import SheetChoice
from roster_app.gui.widgets.meanings import ToneName
from roster_app.i18n import _, ngettext
from roster_app.services.sheets import COUNTED, SheetKind


@dataclass(frozen=True, slots=True)
class Verdict:
    """Said short, in the list, and in full, beside the sheet."""

    short: str
    head: str
    text: str
    tone: ToneName


def verdict(choice: SheetChoice, publication: Publication, since: int | None = None) -> Verdict:
    """Of one sheet, as the roster stands now; `since` is the edition said to hang where a change sheet belongs."""
    if choice.kind is SheetKind.CONTACTS:
        text = _("For the leader's own hands. Never post it, never send it to a group.")
        return Verdict(_("Full mobile numbers"), _("Full mobile numbers"), text, "look")
    if choice.kind in COUNTED:
        head = _("From what was published") if publication.newest else _("Not published yet")
        return Verdict(head, head, _("Duties count once they have ended. Who really came is not recorded."), "plain")
    if publication.newest is None:
        return Verdict(_("Not published yet"), _("Nothing hangs yet"), _("Post it when it is published."), "plain")
    if choice.kind is SheetKind.CHANGE:
        return _of_change_sheet(choice, publication, since)
    if publication.state(choice) is SheetState.CHANGED:
        return _outdated(choice, len(publication.changes_on(choice)), publication.newest.number)
    return _in_force(choice, publication, publication.newest.number)


def _outdated(choice: SheetChoice, count: int, number: int) -> Verdict:
    """Since the newest edition."""
    text = _("As soon as the changes are published, replace the sheet of edition {number} that hangs.")
    text = text.format(number=number)
    if not count:
        return Verdict(_("Planned otherwise"), _("To be replaced"), text, "act")
    head = ngettext("{count} change since edition {number}", "{count} changes since edition {number}", count)
    head = head.format(count=count, number=number)
    if choice.kind in (SheetKind.DUTY, SheetKind.HANDOVER, SheetKind.SLIPS):
        short = ngettext("{count} change: print it anew", "{count} changes: print it anew", count)
        return Verdict(short.format(count=count), head, _("Print it anew for the days that are still to come."), "act")
    short = ngettext("{count} change: replace or amend it", "{count} changes: replace or amend it", count)
    text = _("Replace the sheet of edition {number} that hangs, or post a change sheet beside it.")
    return Verdict(short.format(count=count), head, text.format(number=number), "act")


def _in_force(choice: SheetChoice, publication: Publication, number: int) -> Verdict:
    """As the newest edition has it: what hangs of an earlier one may stay if it shows the same."""
    revised = len(publication.revised_on(choice))
    if publication.before is not None and revised:
        of_before = _outdated(choice, revised, publication.before.number)
        return replace(of_before, tone="look")
    if choice.kind is SheetKind.SLIPS:
        return Verdict(_("In force"), _("In force"), _("Cut them apart and hand them out."), "good")
    since = publication.unchanged_since(choice)
    if since is not None and since < number:
        short = _("As in edition {number}: may stay").format(number=since)
        text = _("Sheets of edition {first} to edition {last} show the same here.").format(first=since, last=number)
        return Verdict(short, _("What hangs may stay"), text, "good")
    return Verdict(_("In force"), _("In force"), _("Post it as it is."), "good")


def _of_change_sheet(choice: SheetChoice, publication: Publication, number: int | None) -> Verdict:
    since, newest = publication.compared_with(choice, number), publication.newest
    assert since is not None  # there is a newest edition
    assert newest is not None
    is_draft = publication.state(choice) is SheetState.CHANGED
    now = _("draft") if is_draft else _("edition {number}").format(number=newest.number)
    short = _("Edition {number} → {now}").format(number=since.number, now=now)
    if not publication.changes_on(choice, number):
        head = _("Nothing has changed since edition {number}").format(number=since.number)
        return Verdict(head, head, _("There is nothing to post."), "good")
    head = _("Belongs beside the sheet of edition {number}").format(number=since.number)
    if is_draft:
        text = _("Publish first: a draft is not posted.")
        return Verdict(short, head, text, "look")
    return Verdict(short, head, _("Post it there, or replace the sheet by the new one."), "good")
