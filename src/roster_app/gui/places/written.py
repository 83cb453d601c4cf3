"""What stands in the form of a checkpoint, comparable with what is stored and with what a colleague stored."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace

from roster_app.domain.calendar import DayType
from roster_app.domain.ids import AreaId, CheckpointId, PatternId, PostId, QualificationId, TeamId
from roster_app.domain.places import Checkpoint, CheckpointKind, DemandWindow, DutyTag, Post
from roster_app.domain.team import Directory
from roster_app.domain.timespan import DAY_MINUTES
from roster_app.gui.places.edits import StaffedPlace
from roster_app.gui.places.merging import merged
from roster_app.gui.places.tiling import settled


@dataclass(frozen=True, slots=True)
class WrittenWindow:
    """A time at which a post wants another number of people; its times may still be impossible."""

    start: int
    end: int
    headcount: int
    day_types: frozenset[DayType] = frozenset()
    minimum: int | None = None
    maximum: int | None = None

    @property
    def window(self) -> DemandWindow | None:
        """The demand window it means; none where it would be longer than a day."""
        times = settled(self.start, self.end, DAY_MINUTES)
        if times is None:
            return None
        return DemandWindow(*times, self.headcount, self.day_types, *_in_order(self))


@dataclass(frozen=True, slots=True)
class WrittenPost:
    """A post as written. A required qualification is its id, or the words of a new one."""

    id: PostId
    name: str = ""
    headcount: int = 1
    requires: frozenset[QualificationId | str] = frozenset()
    windows: tuple[WrittenWindow, ...] = ()
    tags: frozenset[DutyTag] = frozenset()
    leads: bool = False
    office_duty: bool = False
    minimum: int | None = None
    maximum: int | None = None
    reserve: bool = False

    @classmethod
    def of(cls, post: Post) -> WrittenPost:
        """What the form shows of a stored post."""
        return cls(
            post.id,
            post.name,
            post.headcount,
            frozenset(post.requires),
            tuple(WrittenWindow(w.start, w.end, w.headcount, w.day_types, w.minimum, w.maximum) for w in post.windows),
            post.tags,
            post.leads,
            post.office_duty,
            post.minimum,
            post.maximum,
            post.reserve,
        )

    def post(self, checkpoint_id: CheckpointId, order: int, made: Mapping[str, QualificationId]) -> Post:
        """The post it means; `made` are the new qualifications by their words, those not made are left out."""
        known = {required for required in self.requires if not isinstance(required, str)}
        new = {made[words] for words in self.requires if isinstance(words, str) and words in made}
        return Post(
            self.id,
            checkpoint_id,
            self.name.strip(),
            self.headcount,
            frozenset(known | new),
            tuple(window for w in self.windows if (window := w.window) is not None),
            self.tags,
            self.leads,
            self.office_duty,
            order,
            *_in_order(self),
            self.reserve,
        )


def _in_order(seats: WrittenWindow | WrittenPost) -> tuple[int | None, int | None]:
    """The minimum and the maximum, brought to the headcount where they lie on its wrong side."""
    minimum = None if seats.minimum is None else min(seats.minimum, seats.headcount)
    maximum = None if seats.maximum is None else max(seats.maximum, seats.headcount)
    return minimum, maximum


@dataclass(frozen=True, slots=True)
class WrittenPlace:
    """A checkpoint as written. The area is an id, or new words; the pattern an id, or the key of a template."""

    name: str = ""
    kind: CheckpointKind = CheckpointKind.CHECKPOINT
    area: AreaId | str | None = None
    pattern: PatternId | str | None = None
    phone: str = ""
    address: str = ""
    posts: tuple[WrittenPost, ...] = ()

    @classmethod
    def of(cls, place: StaffedPlace) -> WrittenPlace:
        """What the form shows of a stored checkpoint."""
        checkpoint = place.checkpoint
        return cls(
            checkpoint.name,
            checkpoint.kind,
            checkpoint.area_id,
            checkpoint.pattern_id,
            checkpoint.phone,
            checkpoint.address,
            tuple(WrittenPost.of(post) for post in place.posts),
        )

    @property
    def new_qualifications(self) -> tuple[str, ...]:
        """The words of required qualifications that the team does not have yet."""
        return tuple(sorted({words for post in self.posts for words in post.requires if isinstance(words, str)}))

    def posts_of(
        self, checkpoint_id: CheckpointId, made: Mapping[str, QualificationId] | None = None
    ) -> tuple[Post, ...]:
        """The posts it means, the leading ones first."""
        ordered = sorted(self.posts, key=lambda post: not post.leads)
        return tuple(post.post(checkpoint_id, order, made or {}) for order, post in enumerate(ordered))

    def place(
        self,
        checkpoint: Checkpoint,
        *,
        area_id: AreaId | None = None,
        pattern_id: PatternId | None = None,
        made: Mapping[str, QualificationId] | None = None,
    ) -> StaffedPlace:
        """The checkpoint as the form wants it; what was made for it is handed in by its id."""
        laid_over = replace(
            checkpoint,
            name=self.name.strip(),
            kind=self.kind,
            area_id=area_id if isinstance(self.area, str) else self.area,
            pattern_id=pattern_id if isinstance(self.pattern, str) else self.pattern,
            phone=self.phone.strip(),
            address=self.address.strip(),
        )
        return StaffedPlace(laid_over, self.posts_of(checkpoint.id, made))

    def without_lost(self, directory: Directory) -> WrittenPlace:
        """What of it the team still has: an area, a pattern or a qualification a colleague removed is left out."""
        area = self.area if isinstance(self.area, str) or self.area in directory.area else None
        pattern = self.pattern if isinstance(self.pattern, str) or self.pattern in directory.pattern else None
        known = directory.qualification
        posts = tuple(
            replace(p, requires=frozenset(r for r in p.requires if isinstance(r, str) or r in known))
            for p in self.posts
        )
        return replace(self, area=area, pattern=pattern, posts=posts)

    def rebased(self, base: WrittenPlace, theirs: WrittenPlace) -> WrittenPlace:
        """What a colleague stored meanwhile, with one's own changes laid over it, post by post."""
        own = {
            f.name: getattr(self, f.name)
            for f in fields(WrittenPlace)
            if f.name != "posts" and getattr(self, f.name) != getattr(base, f.name)
        }
        return replace(theirs, posts=merged(self.posts, base.posts, theirs.posts), **own)

    def contested(self, base: WrittenPlace, theirs: WrittenPlace) -> tuple[str, ...]:
        """The names of the fields that both changed, each in another way."""
        return tuple(
            f.name
            for f in fields(WrittenPlace)
            if getattr(self, f.name) != getattr(base, f.name) != getattr(theirs, f.name)
            and getattr(self, f.name) != getattr(theirs, f.name)
        )


def blank_checkpoint(checkpoint_id: CheckpointId, team_id: TeamId, order: int) -> Checkpoint:
    """What a new checkpoint is laid over: its name is written before it is stored."""
    return Checkpoint(checkpoint_id, team_id, "·", order=order)
