"""One search on the command line: watched, stopped by Ctrl+C with the best so far, and stored."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from time import monotonic
from typing import TYPE_CHECKING

from roster_app.cli.telling import Teller
from roster_app.domain.edits import accept_proposal
from roster_app.domain.errors import DomainError, ErrorCode
from roster_app.domain.ids import DutyId
from roster_app.domain.roster import Origin, Proposal
from roster_app.i18n import _, ngettext
from roster_app.services import Services
from roster_app.services.generating import Scope, Search
from roster_app.services.rostering import OpenRoster

if TYPE_CHECKING:
    from roster_app.engine.search import Progress


@dataclass(frozen=True, slots=True)
class Searched:
    """What a search brought, and after how many seconds the first roster was there that it offered."""

    proposal: Proposal
    first_seconds: float | None


def everything_planned_by_machine(opened: OpenRoster) -> Scope:
    """All duties but those a person has arranged or locked."""
    by_machine = (Origin.PROPOSAL, None)
    free: set[DutyId] = set()
    for duty in opened.roster.plan.duties:
        assignment = opened.roster.assignments.get(duty.id)
        if (assignment.origin if assignment else None) in by_machine and not (assignment and assignment.locked):
            free.add(duty.id)
    return Scope(frozenset(free))


def search(engine: Search, opened: OpenRoster, scope: Scope, seconds: float, teller: Teller) -> Searched:
    """Look for the best roster; the first Ctrl+C ends the search with the best so far."""
    started, first = monotonic(), list[float]()

    def watch(progress: "Progress") -> None:
        if progress.assignments is not None and not first:
            first.append(monotonic() - started)
            teller.say(_("First roster after {seconds} s.").format(seconds=f"{first[0]:.1f}"))

    with ThreadPoolExecutor(1) as executor:
        running = executor.submit(engine.run, opened, scope, seconds, watch)
        try:
            proposal = running.result()
        except KeyboardInterrupt:
            teller.say(_("Stopping with the best roster so far."))
            engine.stop()
            proposal = running.result()
    return Searched(proposal, first[0] if first else None)


def store(services: Services, opened: OpenRoster, proposal: Proposal) -> bool:
    """Make the proposal the roster's own, as one step that can be undone; whether it changed anything."""
    try:
        edit = accept_proposal(opened.roster, proposal)
    except DomainError as error:
        if error.code is not ErrorCode.NOTHING_TO_CHANGE:
            raise
        return False
    services.rostering.apply_edit(opened.period.id, edit)
    return True


def told(proposal: Proposal) -> str:
    """How good the roster is known to be."""
    seconds = f"{proposal.seconds:.1f}"
    vacant = len(proposal.vacancies)
    parts = [
        ngettext("{count} duty stays vacant.", "{count} duties stay vacant.", vacant).format(count=vacant)
        if vacant
        else _("Every duty is filled.")
    ]
    if proposal.optimal:
        parts.append(
            _("After {seconds} s: proven the best there is ({cost} points).").format(
                seconds=seconds, cost=proposal.cost
            )
        )
    elif proposal.gap is not None:
        parts.append(
            _("After {seconds} s: {cost} points; the best there is has at least {bound}.").format(
                seconds=seconds, cost=proposal.cost, bound=proposal.bound
            )
        )
    else:
        parts.append(_("After {seconds} s: {cost} points.").format(seconds=seconds, cost=proposal.cost))
    return " ".join(parts)


def proposal_facts(searched: Searched) -> dict[str, object]:
    """The same for programs."""
    proposal = searched.proposal
    return {
        "first_roster_seconds": searched.first_seconds,
        "seconds": proposal.seconds,
        "cost": proposal.cost,
        "bound": proposal.bound,
        "optimal": proposal.optimal,
    }
