"""A draft of a roster in the kernel: everybody's line and all that is counted; construction and annealing change it."""

import ctypes
import threading
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from roster_app.engine.form import HARD, NEVER, Form, Numbers
from roster_app.engine.native import library, pointer


class _State(ctypes.Structure):
    """The head of a draft as kernel/draft.h has it."""

    _fields_ = [
        ("form", ctypes.c_void_p),
        ("words", ctypes.c_int32),
        ("soft_pairs", ctypes.c_int32),
        ("crews", ctypes.c_int32),
        ("link", ctypes.c_int64),
        ("cost", ctypes.c_int64),
        ("broken_crews", ctypes.c_int64),
    ]


@dataclass(frozen=True, slots=True)
class Parts:
    """Points paid for wishes, cover and crews; units by which hard rules are broken, and the points paid for them."""

    soft: int
    broken: int
    hard: int
    """HARD for each unit …"""
    lack: int
    """… but for too little, which nobody's standing is as well."""


class Room:
    """What a thread needs to weigh moves in; its dice are its own."""

    def __init__(self, form: Form, seed: int) -> None:
        self.handle = library().room_new(ctypes.addressof(form.struct), seed % 2**64)

    def __del__(self) -> None:
        library().room_free(self.handle)


class Draft:
    """Lines of a form, [people × slots], each a need or -1; `cost` counts crews' broken hard rules at `link` each."""

    def __init__(self, form: Form, lines: Numbers | None = None) -> None:
        self.form = form
        start = fixed_lines(form) if lines is None else lines
        self._handle = library().draft_new(ctypes.addressof(form.struct), pointer(start))
        self._state = ctypes.cast(self._handle, ctypes.POINTER(_State)).contents

    def __del__(self) -> None:
        library().draft_free(self._handle)

    @property
    def cost(self) -> int:
        """Points of the form, HARD for each unit by which a hard rule is broken."""
        return int(self._state.cost)

    @property
    def broken_crews(self) -> int:
        """Units by which crews break hard rules."""
        return int(self._state.broken_crews)

    def lines(self) -> Numbers:
        """A copy of all lines."""
        lines = np.empty((self.form.people, self.form.slots), np.int32)
        library().draft_lines(self._handle, pointer(lines))
        return lines

    def set_lines(self, lines: Numbers) -> None:
        """Take other lines."""
        library().draft_set(self._handle, pointer(np.ascontiguousarray(lines, np.int32)))

    def price_links(self, points: int) -> None:
        """What a broken hard rule of a crew costs from now on; HARD at the end."""
        self._state.link = points
        library().draft_recount(self._handle)

    def weigh_crews(self, weigh: bool) -> None:
        """Whether moves look at crews at all; without it only such exchanges may follow as leave crews as they are."""
        self._state.crews = self.form.crews if weigh else 0
        library().draft_recount(self._handle)

    def recount(self) -> int:
        """The cost counted afresh."""
        return int(library().draft_recount(self._handle))

    def soft_and_hard(self) -> tuple[int, int]:
        """What wishes, cover and crews cost, counted afresh, and by how many units hard rules are broken."""
        parts = self.parts()
        return parts.soft, parts.broken

    def parts(self) -> "Parts":
        """What the cost is made of, counted afresh."""
        broken = np.zeros(3, np.int64)
        soft = int(library().draft_soft(self._handle, broken.ctypes.data))
        return Parts(soft, *broken.tolist())

    def construct(self, room: Room, order: Numbers, limit: int) -> int:
        """Fill needs in an order, each seat at most at `limit` points more; how many seats stay empty."""
        return int(library().construct(self._handle, room.handle, pointer(order), len(order), limit))

    def anneal(self, room: Room, people: Numbers, proposals: int, temperature: float, *, elastic: bool) -> None:
        """Try so many moves among some people; without `elastic` only exchanges, so that threads may share the draft.

        The cost follows with `settle`.
        """
        library().anneal(self._handle, room.handle, pointer(people), len(people), proposals, temperature, elastic)

    def anneal_apart(self, rooms: Sequence[Room], groups: Sequence[Numbers], proposals: int, heat: float) -> None:
        """Exchanges within each group of people at once, a thread for each."""
        threads = [
            threading.Thread(target=self.anneal, args=(room, group, proposals, heat), kwargs={"elastic": False})
            for room, group in zip(rooms[1:], groups[1:], strict=True)
        ]
        for thread in threads:
            thread.start()
        self.anneal(rooms[0], groups[0], proposals, heat, elastic=False)
        for thread in threads:
            thread.join()

    def settle(self, rooms: Sequence[Room]) -> None:
        """Add what the rooms have gained to the cost."""
        for room in rooms:
            library().settle(self._handle, room.handle)


def fixed_lines(form: Form) -> Numbers:
    """The lines of what stands already."""
    return form.fixed.reshape(form.people, form.slots).copy()


def order_of_needs(form: Form) -> Numbers:
    """Open needs, scarce ones first (seats for each person who may sit there), then times that few can stand."""
    table = form.place_points.reshape(form.person_places, form.places) < NEVER
    able = table[form.place].sum(axis=0) if form.people else np.zeros(form.places)
    seats = np.zeros(form.places)
    np.add.at(seats, form.need_place, form.need_wanted)
    scarcity = (seats / np.maximum(able, 1))[form.need_place]

    fit = (form.wish.reshape(form.people, form.watches) < NEVER).sum(axis=0)
    order = np.lexsort((form.need_watch, fit[form.need_watch], -scarcity))
    return np.ascontiguousarray(order[form.need_open[order] > 0], np.int32)


def vacant_seats(form: Form, lines: Numbers) -> int:
    """How many wanted seats the lines leave empty."""
    held = np.bincount(lines[lines >= 0], minlength=form.needs)
    return int(np.maximum(0, form.need_wanted - held).sum())


def dearest_vacancy(form: Form) -> int:
    """The points of the dearest empty seat."""
    return int(max(form.need_short.max(initial=0), form.need_below.max(initial=0)))


def smallest_unit(form: Form) -> int:
    """The smallest difference that counts: a wish, a way, a step beyond a band."""
    wishes = np.abs(form.wish[(form.wish != 0) & (form.wish < NEVER)])
    places = form.place_points[(form.place_points > 0) & (form.place_points < NEVER)]
    others = [form.turn_points, form.need_prior_points, form.step, form.half_weekend]
    found = [int(a[a > 0].min()) for a in (wishes, places, *others) if (a > 0).any()]
    return min([*found, HARD]) if found else largest_unit(form)


def largest_unit(form: Form) -> int:
    """What a step beyond a fair band costs: the points of its dearest unit times what a duty adds to it."""
    steps = np.zeros(form.counters, np.int64)
    np.maximum.at(steps, form.counter_of, form.counter_amount)
    np.maximum.at(steps, form.group_counter, 1)
    points = form.counter_over.reshape(form.people, form.counters).max(axis=0, initial=0)
    paid = (steps * points)[points > 0]
    return max(1, int(np.median(paid))) if len(paid) else 1
