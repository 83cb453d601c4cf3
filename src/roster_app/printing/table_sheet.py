"""The sheets of tables — monthly rosters and the list form — with the words around them, ready to be drawn."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from roster_app.domain.team import Directory
from roster_app.printing.dates import period_words
from roster_app.printing.fonts import TypeCase
from roster_app.printing.furniture import Furniture, Imprint, duty_rules, furniture, holiday_footnotes, signs
from roster_app.printing.legibility import small_words
from roster_app.printing.notices import Notice, missing_characters
from roster_app.printing.table_content import Part, TableRequest, names_in
from roster_app.printing.table_layout import Setter, TablePage, lay_out


@dataclass(frozen=True, slots=True)
class TableSheet:
    """One page with its words; `token` is empty on a draft. `continues` where more of the same part follows."""

    page: TablePage
    words: Furniture
    token: str
    notices: tuple[Notice, ...]
    continues: bool = False


def paginate(
    directory: Directory, parts: Sequence[Part], request: TableRequest, imprint: Imprint, type_case: TypeCase
) -> tuple[TableSheet, ...]:
    """Every page of these parts, in order."""
    pages = lay_out(parts, request.paper, type_case, landscape=request.landscape)
    notices = (*_notices(directory, parts, imprint, type_case), *small_words(pages, Setter(type_case)))
    return tuple(
        TableSheet(
            page,
            _words(directory, page, imprint, (number, len(pages))),
            imprint.token(page.part.checkpoint_ids, page.part.first),
            notices,
            continues=number < len(pages) and pages[number].part is page.part,
        )
        for number, page in enumerate(pages, start=1)
    )


def _words(directory: Directory, page: TablePage, imprint: Imprint, number: tuple[int, int]) -> Furniture:
    part = page.part
    footnotes = tuple(notice.words() for notice in holiday_footnotes(directory, part.first, part.last))
    words = furniture(
        directory,
        imprint,
        part.checkpoint_ids,
        heading=part.heading,
        continued=page.continued,
        lead=period_words(part.first, part.last),
        rules=(*part.rules, *(duty_rules(imprint) if part.for_duty else ()), *footnotes),
        page=number,
    )
    return replace(words, rules=(*part.legend, *words.rules))


def _notices(directory: Directory, parts: Sequence[Part], imprint: Imprint, type_case: TypeCase) -> Iterator[Notice]:
    for part in parts:
        yield from holiday_footnotes(directory, part.first, part.last)
    heads = [text for part in parts for column in part.columns for text in (column.group, column.head)]
    people = [str(part.who) for part in parts if part.who]
    titles = [part.heading.usual for part in parts]
    texts = (*signs(directory, imprint), *titles, *people, *heads, *map(str, names_in(parts)))
    yield from missing_characters(texts, type_case)
