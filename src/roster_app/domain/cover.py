"""The minute-exact proof of cover: what the posts require at every minute, held against who is there.

It starts from the posts' demand, not from the duties, so that a duty that was never planned is a gap too. A checkpoint
that no pattern staffs (any more) is closed: nobody is required there but in the shifts it had before.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from roster_app.domain.demand import demand_steps, staffed_window
from roster_app.domain.ids import CheckpointId, PostId, QualificationId, VolunteerId
from roster_app.domain.places import Checkpoint
from roster_app.domain.roster import Roster
from roster_app.domain.team import Directory
from roster_app.domain.timespan import Span


class Stood(NamedTuple):
    """One person at a post; nobody's id where it is somebody in no list. (A tuple: there are tens of thousands.)"""

    span: Span
    volunteer_id: VolunteerId | None


Steps = dict[datetime, list[int]]
"""How required, present and most change at a moment."""


@dataclass(frozen=True, slots=True)
class CoverStretch:
    """A stretch of constant demand and presence: people needed, people there, and beyond `most` nobody is welcome."""

    span: Span
    required: int
    present: int
    most: int

    @property
    def missing(self) -> int:
        """How many people are missing."""
        return max(0, self.required - self.present)


@dataclass(frozen=True, slots=True)
class CoverLine:
    """The proof for one post, one role, or a whole checkpoint.

    Of a checkpoint's line a minute is covered when every post has its people then; `post_id` and `role` say what
    the line is about (both None: the whole checkpoint).
    """

    checkpoint_id: CheckpointId
    window: Span
    stretches: tuple[CoverStretch, ...]
    post_id: PostId | None = None
    role: QualificationId | None = None

    @property
    def required_minutes(self) -> int:
        """Wall-clock minutes at which anybody is required."""
        return sum(s.span.minutes for s in self.stretches if s.required)

    @property
    def covered_minutes(self) -> int:
        """Those of them at which everybody required is there."""
        return sum(s.span.minutes for s in self.stretches if s.required and not s.missing)

    @property
    def gap_minutes(self) -> int:
        """Those at which somebody is missing."""
        return self.required_minutes - self.covered_minutes

    @property
    def missing_person_minutes(self) -> int:
        """Minutes times people missing."""
        return sum(s.span.minutes * s.missing for s in self.stretches)

    @property
    def headcount_range(self) -> tuple[int, int]:
        """Fewest and most people required at once, where any are; (0, 0) where never."""
        wanted = [s.required for s in self.stretches if s.required]
        return (min(wanted), max(wanted)) if wanted else (0, 0)

    @property
    def gaps(self) -> tuple[CoverStretch, ...]:
        """缺口: the stretches with somebody missing."""
        return tuple(s for s in self.stretches if s.missing)

    @property
    def single_cover(self) -> tuple[CoverStretch, ...]:
        """Stretches where more than one is required and only one is there."""
        return tuple(s for s in self.stretches if s.required > 1 and s.present == 1)

    @property
    def over_cover(self) -> tuple[CoverStretch, ...]:
        """Stretches with more people than are welcome."""
        return tuple(s for s in self.stretches if s.present > s.most)


@dataclass(frozen=True, slots=True)
class CoverProof:
    """All lines of a roster: one a checkpoint, one a post, one a role."""

    checkpoints: tuple[CoverLine, ...]
    posts: tuple[CoverLine, ...]
    roles: tuple[CoverLine, ...]

    @property
    def gap_minutes(self) -> int:
        """Minutes with somebody missing, summed over the checkpoints."""
        return sum(line.gap_minutes for line in self.checkpoints)

    @property
    def complete(self) -> bool:
        """Whether no minute of any post lacks anybody, and no role either."""
        return not any(line.gaps for line in (*self.checkpoints, *self.posts, *self.roles))


def prove(roster: Roster, directory: Directory) -> CoverProof:
    """Hold the whole period's demand against the roster, minute by minute.

    Window of each checkpoint: `demand.staffed_window`. A role is a qualification that a post requires; present in
    it are those on such posts who have it.
    """
    return proved_again(CoverProof((), (), ()), roster, directory, frozenset(directory.checkpoint))


def proved_again(
    proof: CoverProof, roster: Roster, directory: Directory, changed: frozenset[CheckpointId]
) -> CoverProof:
    """The proof of a roster that differs from the one proven at these checkpoints alone."""
    by_post: dict[PostId, list[Stood]] = defaultdict(list)
    for line in roster.lines.values():
        for stint in line:
            if stint.checkpoint_id in changed:
                by_post[stint.post_id].append(Stood(stint.span, stint.volunteer_id))
    whole: list[CoverLine] = []
    posts: list[CoverLine] = []
    roles: list[CoverLine] = []
    for checkpoint in directory.checkpoints_in_order:
        if checkpoint.id not in changed:
            whole += [line for line in proof.checkpoints if line.checkpoint_id == checkpoint.id]
            posts += [line for line in proof.posts if line.checkpoint_id == checkpoint.id]
            roles += [line for line in proof.roles if line.checkpoint_id == checkpoint.id]
        elif lines := _post_lines(roster, directory, checkpoint, by_post):
            posts.extend(lines)
            whole.append(_joined(checkpoint.id, lines))
            roles.extend(_role_lines(directory, checkpoint, lines, by_post))
    return CoverProof(tuple(whole), tuple(posts), tuple(roles))


def prove_stood(
    roster: Roster, directory: Directory, stood: Mapping[PostId, list[Stood]], until: datetime
) -> CoverProof:
    """The same proof of those given instead of those planned, and only up to a moment."""
    whole: list[CoverLine] = []
    posts: list[CoverLine] = []
    roles: list[CoverLine] = []
    by_post = defaultdict(list, stood)
    for checkpoint in directory.checkpoints_in_order:
        window = staffed_window(directory, checkpoint, roster.period)
        if window.start >= until:
            continue
        lines = _post_lines(roster, directory, checkpoint, by_post, Span(window.start, min(window.end, until)))
        if lines:
            posts.extend(lines)
            whole.append(_joined(checkpoint.id, lines))
            roles.extend(_role_lines(directory, checkpoint, lines, by_post))
    return CoverProof(tuple(whole), tuple(posts), tuple(roles))


def _post_lines(
    roster: Roster,
    directory: Directory,
    checkpoint: Checkpoint,
    by_post: Mapping[PostId, list[Stood]],
    within: Span | None = None,
) -> list[CoverLine]:
    window = within or staffed_window(directory, checkpoint, roster.period)
    open_then = _shifts_left(roster, checkpoint) if checkpoint.pattern_id is None else (window,)
    lines = []
    for post in directory.posts_of.get(checkpoint.id, ()):
        steps = demand_steps(post, directory.days, window)
        demand = [
            (inside, seats.needed, seats.most)
            for span, seats in steps
            for stretch in open_then
            if (inside := span.intersection(stretch)) is not None
        ]
        stretches = _stretches(window, demand, [s.span for s in by_post[post.id]])
        lines.append(CoverLine(checkpoint.id, window, stretches, post_id=post.id))
    return lines


def _shifts_left(roster: Roster, checkpoint: Checkpoint) -> tuple[Span, ...]:
    """When a closed checkpoint was still staffed, without overlaps."""
    spans = sorted(s.span for s in roster.plan.shifts if s.checkpoint_id == checkpoint.id)
    joined: list[Span] = []
    for span in spans:
        if joined and span.start <= joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    return tuple(joined)


def _role_lines(
    directory: Directory,
    checkpoint: Checkpoint,
    lines: list[CoverLine],
    by_post: Mapping[PostId, list[Stood]],
) -> Iterable[CoverLine]:
    needed: dict[QualificationId, list[CoverLine]] = defaultdict(list)
    for line in lines:
        if line.post_id is not None:
            for role in directory.post[line.post_id].requires:
                needed[role].append(line)
    for role in sorted(needed):
        window = lines[0].window
        required = [(s.span, s.required, s.most) for line in needed[role] for s in line.stretches]
        present = [
            stint.span
            for line in needed[role]
            if line.post_id is not None
            for stint in by_post[line.post_id]
            if stint.volunteer_id is not None and role in directory.skills[stint.volunteer_id]
        ]
        yield CoverLine(checkpoint.id, window, _stretches(window, required, present), role=role)


def _stretches(
    window: Span, demand: Iterable[tuple[Span, int, int]], present: Iterable[Span]
) -> tuple[CoverStretch, ...]:
    """One sweep over all edges; what lies outside the window is clipped away."""
    steps: Steps = defaultdict(lambda: [0, 0, 0])
    first, last = window.start, window.end
    for span, required, most in demand:
        start, end = max(span.start, first), min(span.end, last)
        if start < end:
            _add(steps, start, end, required, 0, most)
    for span in present:
        start, end = max(span.start, first), min(span.end, last)
        if start < end:
            steps[start][1] += 1
            steps[end][1] -= 1
    return _swept(window, steps)


def _add(steps: Steps, start: datetime, end: datetime, *counts: int) -> None:
    for column, count in enumerate(counts):
        steps[start][column] += count
        steps[end][column] -= count


def _joined(checkpoint_id: CheckpointId, lines: list[CoverLine]) -> CoverLine:
    """The checkpoint as a whole: surplus at one post never hides a gap at another."""
    window = lines[0].window
    steps: Steps = defaultdict(lambda: [0, 0, 0])
    for line in lines:
        for s in line.stretches:
            _add(steps, s.span.start, s.span.end, s.required, min(s.present, s.required), s.most)
    return CoverLine(checkpoint_id, window, _swept(window, steps))


def _swept(window: Span, steps: Mapping[datetime, Sequence[int]]) -> tuple[CoverStretch, ...]:
    required = present = most = 0
    since: list[tuple[datetime, int, int, int]] = []
    edges = sorted({window.start, window.end, *steps})
    for start in edges[:-1]:
        more = steps.get(start, (0, 0, 0))
        required, present, most = required + more[0], present + more[1], most + more[2]
        if not since or since[-1][1:] != (required, present, most):
            since.append((start, required, present, most))
    ends = [*(start for start, *_counts in since[1:]), edges[-1]]
    return tuple(CoverStretch(Span(start, end), *counts) for (start, *counts), end in zip(since, ends, strict=True))
