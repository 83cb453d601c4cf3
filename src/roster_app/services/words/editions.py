"""Words for editions: which posted sheets a new one replaces."""

from roster_app.domain.differences import by_checkpoint, differences
from roster_app.domain.roster import Edition
from roster_app.domain.team import Directory
from roster_app.i18n import _, ngettext


def replacement_words(since: Edition, now: Edition, directory: Directory) -> str:
    """At which checkpoints what hangs of the earlier edition is out of date, and whether it may stay elsewhere."""
    changes = by_checkpoint(differences(since, now), directory)
    if not changes:
        return _("What hangs of edition {number} may stay everywhere.").format(number=since.number)
    places = _(", ").join(
        ngettext("{place} ({count} change)", "{place} ({count} changes)", len(own)).format(
            place=directory.checkpoint[checkpoint_id].name, count=len(own)
        )
        for checkpoint_id, own in changes.items()
    )
    words = _("Out of date on the wall, of edition {number}: {places}. Replace it or post a change sheet beside it.")
    words = words.format(number=since.number, places=places)
    if not now.check_codes.keys() - changes.keys():
        return words
    return _("{sentence} {following}").format(sentence=words, following=_("Elsewhere it may stay."))
