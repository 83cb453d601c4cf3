"""What surrounds the table on sheets of one checkpoint and one day: sign-in sheets and hand-over records."""

from datetime import date

from roster_app.domain.ids import CheckpointId
from roster_app.domain.team import Directory
from roster_app.printing.dates import full_day_words
from roster_app.printing.furniture import Furniture, Imprint, furniture, holiday_footnotes
from roster_app.printing.titles import Heading, office_of


def day_furniture(
    directory: Directory,
    imprint: Imprint,
    checkpoint_id: CheckpointId,
    day: date,
    *,
    title: str,
    kind: str,
    rules: tuple[str, ...],
    page: tuple[int, int],
) -> Furniture:
    """The words around page `page[0]` of `page[1]` of the day; `title` has room for {office} and {place}.

    Below the rules stands what is uncertain about the day's holidays.
    """
    place = directory.checkpoint[checkpoint_id].name
    footnotes = tuple(notice.words() for notice in holiday_footnotes(directory, day, day))
    return furniture(
        directory,
        imprint,
        (checkpoint_id,),
        heading=Heading(title.format(office=office_of(directory), place=place), kind, place),
        continued=page[0] > 1,
        lead=full_day_words(day),
        rules=(*rules, *footnotes),
        page=page,
    )
