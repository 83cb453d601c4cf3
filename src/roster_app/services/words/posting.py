"""Words for what hangs: whether it still is in force, and what to do with it."""

from roster_app.domain.posting import Standing
from roster_app.i18n import _, ngettext
from roster_app.services.posting import PostedSheet
from roster_app.services.words.times import day_words, moment, period_title


def posted_state(standing: Standing) -> str:
    """现行, 已改未发布, 已过期, 已结束."""
    return {
        Standing.IN_FORCE: _("In force"),
        Standing.EDITED: _("In force, edited since"),
        Standing.OUT_OF_DATE: _("Out of date"),
        Standing.OVER: _("Over"),
    }[standing]


def posted_title(sheet: PostedSheet) -> str:
    """横岗卡口 · 2020年4月 · 第1版至第3版."""
    editions, checkpoints = sheet.posted.editions, sheet.directory.checkpoint
    place = checkpoints.get(sheet.posted.checkpoint_id)
    numbers = _(", ").join(str(number) for number in editions)
    shown = ngettext("edition {numbers}", "editions {numbers}", len(editions)).format(numbers=numbers)
    name = place.name if place else _("a checkpoint removed since")
    return " · ".join((name, period_title(sheet.period.first, sheet.period.last), shown))


def posted_words(sheet: PostedSheet) -> str:
    """What to do with it, in a sentence or two."""
    number, count = sheet.newest.number, len(sheet.changes)
    changes = ngettext("{count} change since then", "{count} changes since then", count).format(count=count)
    if sheet.standing is Standing.OVER:
        return _("The days of this sheet ended on {day}. Take it down.").format(day=day_words(sheet.period.last))
    if sheet.standing is Standing.IN_FORCE:
        words = _("It shows what edition {number}, published {moment}, shows here. It may stay.")
        return words.format(number=number, moment=moment(sheet.newest.published_at))
    if sheet.standing is Standing.EDITED:
        words = _("As edition {number}, the newest, has it; {changes}, not published yet.")
        return words.format(number=number, changes=changes)
    if not count:
        return _(
            "Edition {number} shows something else here, but the roster is as on this sheet again. Publish it."
        ).format(number=number)
    words = _("Edition {number} is in force; {changes}. Replace the sheet or post a change sheet beside it.")
    return words.format(number=number, changes=changes)
