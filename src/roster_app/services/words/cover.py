"""The proof of cover in words."""

from roster_app.domain.cover import CoverLine, CoverProof, CoverStretch
from roster_app.domain.team import Directory
from roster_app.i18n import _, ngettext
from roster_app.services.words.times import span_words


def cover_line(line: CoverLine, directory: Directory) -> str:
    """第一卡口 2020-04-06 00:00—2020-04-13 00:00 共10080分钟，需2人，已满足10080分钟，空档0."""
    return _(
        "{place} {start}—{end}: {minutes} minutes, {headcount} required, {covered} minutes covered, gaps {gap}"
    ).format(
        place=place_name(line, directory),
        start=f"{line.window.start:%Y-%m-%d %H:%M}",
        end=f"{line.window.end:%Y-%m-%d %H:%M}",
        minutes=line.required_minutes,
        headcount=_headcount(line),
        covered=line.covered_minutes,
        gap=line.gap_minutes,
    )


def place_name(line: CoverLine, directory: Directory) -> str:
    """The checkpoint, with the post or the role the line is about."""
    place = directory.checkpoint[line.checkpoint_id].name
    if line.post_id is not None:
        return f"{place}·{directory.post[line.post_id].name}"
    if line.role is not None:
        return f"{place}·{directory.qualification[line.role].name}"
    return place


def cover_summary(proof: CoverProof) -> str:
    """One sentence: every minute covered, or how many are not."""
    if proof.complete:
        return _("Every minute is covered.")
    minutes = proof.gap_minutes
    return ngettext("{count} minute is not covered.", "{count} minutes are not covered.", minutes).format(count=minutes)


def gap_sentence(line: CoverLine, gap: CoverStretch, directory: Directory) -> str:
    """横岗卡口 4月15日 00:00–08:00 缺 1 人."""
    return _("{place} {span}: {missing} missing").format(
        place=place_name(line, directory), span=span_words(gap.span), missing=gap.missing
    )


def _headcount(line: CoverLine) -> str:
    fewest, most = line.headcount_range
    return str(most) if fewest == most else f"{fewest}–{most}"
