"""A team in one line: how many people, how many places."""

from __future__ import annotations

from roster_app.domain.team import Directory
from roster_app.i18n import ngettext


def team_remark(directory: Directory) -> str:
    """60 名队员 · 4 处值守点."""
    people, places = len(directory.volunteers), len(directory.checkpoints)
    parts = [ngettext("{count} volunteer", "{count} volunteers", people).format(count=people)]
    if places:
        parts.append(ngettext("{count} place", "{count} places", places).format(count=places))
    return " · ".join(parts)
