"""Words for years whose official table of days is not announced."""

from collections.abc import Iterable

from roster_app.i18n import _


def unannounced_sentence(years: Iterable[int]) -> str:
    """The loud warning about years without an official table; empty for none."""
    told = _(", ").join(str(year) for year in years)
    if not told:
        return ""
    return _(
        "The holidays of {year} are not announced yet. Days follow the weekday alone: no statutory holiday and no "
        "make-up workday is known."
    ).format(year=told)
