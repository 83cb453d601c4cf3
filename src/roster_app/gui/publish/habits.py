"""How the sheets of a team were printed last: which one, on which paper, for whom; kept between sessions."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from roster_app.domain.ids import CheckpointId, TeamId
from roster_app.gui.publish.sheet_choices import SheetChoice
from roster_app.gui.view_state import ViewState
from roster_app.services.sheets import ListColumn, PaperSize, Profile, SheetKind, Turned, usual_profile

E = TypeVar("E", bound=StrEnum)
_YES = "yes"


@dataclass(frozen=True, slots=True)
class Looks:
    """What a person chooses once and for long; no columns are the usual ones, `turned` is how paper of a month lies.

    `public` are the kinds of sheets made as public notices; internal copies are asked for anew each time, so there is
    no word for them here.
    """

    paper: PaperSize
    turned: Turned = Turned.AUTO
    columns: tuple[ListColumn, ...] = ()
    public: frozenset[SheetKind] = frozenset()
    wall_turned: Turned = Turned.AUTO
    lunar: bool = False


class Habits:
    """What a team's coordinator chose last, in the state of the window; what cannot be read counts as not chosen."""

    def __init__(self, view_state: ViewState, team_id: TeamId, usual_paper: PaperSize) -> None:
        """`usual_paper` is that of the settings: whoever changes it there means it, whatever was chosen before."""
        self._view_state = view_state
        self._team_id = team_id
        self._usual_paper = usual_paper

    @property
    def looks(self) -> Looks:
        """Paper, direction, columns, public notices and lunar dates chosen last."""
        paper = self._usual_paper
        if self._word("usual_paper") == self._usual_paper:
            paper = _one(PaperSize, self._word("paper")) or paper
        turned, on_the_wall = (_one(Turned, self._word(name)) or Turned.AUTO for name in ("turned", "wall_turned"))
        columns, public = self._several(ListColumn, "columns"), self._several(SheetKind, "public")
        return Looks(paper, turned, columns, frozenset(public), on_the_wall, self._word("lunar") == _YES)

    def keep_looks(self, looks: Looks) -> None:
        """Begin with these next time."""
        self._keep("usual_paper", self._usual_paper)
        self._keep("paper", looks.paper)
        self._keep("turned", looks.turned)
        self._keep("wall_turned", looks.wall_turned)
        self._keep("columns", " ".join(looks.columns))
        self._keep("public", " ".join(sorted(looks.public)))
        self._keep("lunar", _YES if looks.lunar else "")

    @property
    def sheet(self) -> SheetChoice | None:
        """The sheet in sight last, without its words; None before there was one."""
        kind = _one(SheetKind, self._word("sheet"))
        number = self._view_state.number(self._name("checkpoint"), 0, 0, 2**63)
        if kind is None or _is_internal(kind):
            return None
        return SheetChoice(kind, "", CheckpointId(number) if number else None)

    def keep_sheet(self, choice: SheetChoice) -> None:
        """Begin with this one next time, unless it is a list of everybody's numbers."""
        if not _is_internal(choice.kind):
            self._keep("sheet", choice.kind)
            self._view_state.keep(self._name("checkpoint"), choice.checkpoint_id or 0)

    def _word(self, name: str) -> str:
        return self._view_state.text(self._name(name))

    def _several(self, kind: type[E], name: str) -> tuple[E, ...]:
        found = (_one(kind, word) for word in self._word(name).split())
        return tuple(member for member in found if member is not None)

    def _keep(self, name: str, word: str) -> None:
        self._view_state.keep(self._name(name), str(word))

    def _name(self, name: str) -> str:
        return f"publish/{self._team_id}/{name}"


def _is_internal(kind: SheetKind) -> bool:
    return usual_profile(kind) is Profile.INTERNAL


def _one(kind: type[E], word: str) -> E | None:
    """The member of that word; None for a word of another edition of the program."""
    return next((member for member in kind if member.value == word), None)
