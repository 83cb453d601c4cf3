"""What a team's sheets have in common: what is taken for a title, for rules, for a logo, and what is not."""

import pytest

from roster_app.domain.errors import DomainError, ErrorCode
from roster_app.domain.stationery import MOST_LOGO_BYTES, MOST_RULES, USUAL, Stationery


def titled(title: str, *, office: str = "永平街", place: str = "横岗卡口") -> str | None:
    return Stationery(title=title).titled(office=office, team="横三突击队", place=place, sheet="值班表")


def test_a_title_is_filled_in() -> None:
    assert titled("{office}{team}（{place}）{sheet}") == "永平街横三突击队（横岗卡口）值班表"


@pytest.mark.parametrize("brackets", ["()", "（）", "[]", "【】", "〔〕"])
def test_brackets_around_nothing_go(brackets: str) -> None:
    title = "{office}" + brackets[0] + "{place}" + brackets[1] + "{sheet}"
    assert titled(title, place="") == "永平街值班表"


def test_what_a_name_holds_is_not_filled_in_again() -> None:
    assert titled("{office} {sheet}", office="{sheet}{place}") == "{sheet}{place} 值班表"


def test_other_braces_are_words_like_others() -> None:
    assert titled("{motto} {0} {sheet}") == "{motto} {0} 值班表"


def test_the_usual_title_is_nobodys_own() -> None:
    assert USUAL.titled(office="a", team="b", place="c", sheet="d") is None


@pytest.mark.parametrize("title", ["", "横三突击队", "{office}{place}"])
def test_a_title_that_is_the_same_on_every_sheet_is_refused(title: str) -> None:
    with pytest.raises(DomainError) as refused:
        Stationery(title=title)
    assert refused.value.code is ErrorCode.TITLE_WITHOUT_SHEET


def test_rules_have_the_room_of_the_smallest_sheet() -> None:
    assert Stationery(rules=("守" * (MOST_RULES - 1), "ok"))
    for rules in (("守" * MOST_RULES, "!"), ("w" * (2 * MOST_RULES + 1),)):
        with pytest.raises(DomainError) as refused:
            Stationery(rules=rules)
        assert refused.value.facts == {"actual": MOST_RULES + 1, "limit": MOST_RULES}


def test_a_logo_has_a_bound() -> None:
    assert Stationery(logo=bytes(MOST_LOGO_BYTES))
    with pytest.raises(DomainError) as refused:
        Stationery(logo=bytes(MOST_LOGO_BYTES + 1))
    assert refused.value.code is ErrorCode.BAD_LOGO


def test_it_is_told_in_other_words_but_for_what_stands_for_more() -> None:
    own = Stationery("sheet {sheet} of {place}", "made", "", None, ("stay", "go"), b"logo")
    told = own.told(lambda text: text.upper().replace("STAY", " "))
    parts = (told.title, told.made_label, told.reviewed_label, told.date_label, told.rules, told.logo)
    assert parts == ("SHEET {sheet} OF {place}", "MADE", "", None, ("GO",), b"logo")
    assert told.titled(office="a", team="b", place="c", sheet="d") == "SHEET d OF c"


def test_what_is_told_may_be_longer_than_what_was_typed() -> None:
    assert Stationery(rules=("w" * 2 * MOST_RULES,)).told(lambda text: text + "**").rules == ("w" * 320 + "**",)


@pytest.mark.parametrize("own", [USUAL, Stationery(rules=())])
def test_the_usual_stays_the_usual(own: Stationery) -> None:
    told = own.told(lambda _text: "?")
    assert (told.title, told.made_label, told.rules) == (None, None, own.rules)
