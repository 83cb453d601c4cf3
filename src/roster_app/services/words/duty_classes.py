"""Which duties a rule speaks of, in words."""

from roster_app.domain.book import DutyClass
from roster_app.domain.calendar import DayType
from roster_app.domain.team import Directory
from roster_app.i18n import _
from roster_app.services.words.names import day_type_name


def class_words(of: DutyClass, directory: Directory) -> str:
    """夜班、法定节假日、北门 …: everything that is named, or empty where the class is that of all duties."""
    names = [
        *([_("Reserve")] if of.reserve else []),
        *([_("Nights")] if of.nights else []),
        *(directory.shift_type[s].name for s in sorted(of.shift_types) if s in directory.shift_type),
        *(day_type_name(day_type) for day_type in DayType if day_type in of.day_types),
        *(directory.checkpoint[c].name for c in sorted(of.checkpoints) if c in directory.checkpoint),
        *(directory.post[p].name for p in sorted(of.posts) if p in directory.post),
    ]
    return _(", ").join(names)


def about(of: DutyClass, sentence: str, directory: Directory) -> str:
    """A sentence with the duties it speaks of in front, where those are not all."""
    words = class_words(of, directory)
    return _("{what}: {sentence}").format(what=words, sentence=sentence) if words else sentence
