"""What is striking about the team as a whole; each is a pill that leads to the people it is about."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from roster_app.domain.ids import QualificationId, VolunteerId
from roster_app.domain.people import Volunteer
from roster_app.domain.team import Directory
from roster_app.domain.twins import Twins, phone_digits
from roster_app.gui.widgets.pill import PillKind
from roster_app.i18n import _


@dataclass(frozen=True, slots=True)
class Notice:
    """A bold head, particulars, how serious it is, and whom it is about."""

    head: str
    text: str
    kind: PillKind
    volunteer_ids: frozenset[VolunteerId]
    qualification_id: QualificationId | None = None
    """What nobody has and somebody should."""
    twins: tuple[Twins, ...] = ()
    """Pairs that may be one person each."""


def notices(directory: Directory, today: date, twins: tuple[Twins, ...] = ()) -> list[Notice]:
    """The gravest first; nothing about those who have left."""
    members = [v for v in directory.volunteers if v.member_on(today)]
    found = (_no_leader(directory, members), _twins(directory, twins), _same_phone(members), _no_phone(members))
    return [notice for notice in (*found, _on_leave(directory, members, today)) if notice is not None]


def _no_leader(directory: Directory, members: list[Volunteer]) -> Notice | None:
    if not members or not directory.rules.leader_each_shift or not directory.leading:
        return None
    if any(directory.skills[v.id] & directory.leading for v in members):
        return None
    names = _(", ").join(q.name for q in directory.qualifications if q.leads)
    text = _("the rules ask for one each shift; give somebody “{names}”").format(names=names)
    first = next(q.id for q in directory.qualifications if q.leads)
    return Notice(_("No leader"), text, "act", frozenset(v.id for v in members), first)


def _twins(directory: Directory, twins: tuple[Twins, ...]) -> Notice | None:
    if not twins:
        return None
    first = twins[0]
    text = f"{len(twins)} · {directory.volunteer[first.one].name} / {directory.volunteer[first.other].name}"
    people = frozenset(v for t in twins for v in t.pair)
    return Notice(_("Possible duplicates"), text + (" …" if len(twins) > 1 else ""), "plain", people, twins=twins)


def _same_phone(members: list[Volunteer]) -> Notice | None:
    by_phone: dict[str, list[Volunteer]] = defaultdict(list)
    for person in members:
        if digits := phone_digits(person.phone):
            by_phone[digits].append(person)
    shared = [v for people in by_phone.values() if len(people) > 1 for v in people]
    if not shared:
        return None
    names = _(", ").join(v.name for v in shared[:3]) + (" …" if len(shared) > 3 else "")
    return Notice(_("One phone for several"), names, "look", frozenset(v.id for v in shared))


def _no_phone(members: list[Volunteer]) -> Notice | None:
    without = [v for v in members if not v.phone.strip()]
    if not without:
        return None
    return Notice(_("No phone"), str(len(without)), "plain", frozenset(v.id for v in without))


def _on_leave(directory: Directory, members: list[Volunteer], today: date) -> Notice | None:
    away = [v for v in members if any(today in leave.span.days() for leave in directory.leaves_of(v.id))]
    if not away:
        return None
    return Notice(_("On leave today"), str(len(away)), "plain", frozenset(v.id for v in away))
