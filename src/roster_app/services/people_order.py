"""By what people are sorted in each of the orders a list can have."""

from collections.abc import Callable
from functools import partial

from roster_app.domain.people import Volunteer
from roster_app.domain.people_order import Key, PeopleOrder, pinyin_key, rank_key, stroke_key


def order_key(order: PeopleOrder) -> Callable[[Volunteer], Key]:
    """The key of the order; the strokes are read from their file when they are first wanted (20 ms)."""
    if order is PeopleOrder.STROKES:
        from roster_app.exchange.strokes import stroke_places

        return partial(stroke_key, place=stroke_places())
    return rank_key if order is PeopleOrder.RANK else pinyin_key
