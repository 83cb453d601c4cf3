"""Texts for the group: a made chain is understood when its replies come back, and nothing holds a phone number."""

import re
from datetime import date

import pytest

import invented_team
from roster_app import i18n
from roster_app.domain.chain_difference import chain_difference, same_chain
from roster_app.domain.chains import ChainEvidence, LineVerdict
from roster_app.domain.roster import Roster
from roster_app.domain.team import Directory
from roster_app.services.chain_making import chain_text, duty_report, offered_duties, reminders, thanks
from roster_app.services.chains import read_chain_text, team_shifts

FIRST, LAST = date(2020, 4, 8), date(2020, 4, 9)


@pytest.fixture
def directory() -> Directory:
    return invented_team.team(people=20, checkpoints=2)


@pytest.fixture
def empty(directory: Directory) -> Roster:
    return invented_team.empty_roster(directory, invented_team.period(FIRST, LAST))


@pytest.fixture
def filled(directory: Directory) -> Roster:
    return invented_team.filled_roster(directory, invented_team.period(FIRST, LAST))


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_replies_to_a_made_chain_match_by_their_ids(empty: Roster, directory: Directory, language: str) -> None:
    i18n.install(language)
    try:
        offered = offered_duties(empty, FIRST, LAST)
        replies = "".join(f"{n}. 郭宁 {offer.code}\n" for n, offer in enumerate(offered, start=1))
        text = chain_text(offered, directory).removesuffix("1. ") + replies
        chain = read_chain_text(text, date(2020, 4, 6), team_shifts(directory))
    finally:
        i18n.install("en")

    assert [entry.slot for entry in chain.entries] == [offer.code for offer in offered]
    assert [entry.dates for entry in chain.entries] == [(offer.day,) for offer in offered]
    assert {entry.verdict for entry in chain.entries} == {LineVerdict.OK}
    starts = [offer.span.start.hour * 60 + offer.span.start.minute for offer in offered]
    assert [entry.start for entry in chain.entries] == starts
    missing = {slot.name: slot.missing for slot in chain.open}
    assert missing == {offer.code: len(offer.duties) - 1 for offer in offered if len(offer.duties) > 1}


def test_every_vacancy_is_offered_once(empty: Roster) -> None:
    offered = offered_duties(empty, FIRST, LAST)

    assert sorted(d for o in offered for d in o.duties) == sorted(duty.id for duty in empty.vacancies)
    assert len({offer.code for offer in offered}) == len(offered)


def test_a_report_names_everybody_of_the_day(filled: Roster, directory: Directory) -> None:
    text = duty_report(filled, directory, FIRST)

    holders = {s.volunteer_id for s in filled.stints if s.day == FIRST}
    assert holders
    assert all(directory.name[who] in text for who in holders)
    assert "vacant" in duty_report(filled.with_assignments({}), directory, FIRST)


def test_each_person_is_reminded_and_thanked(filled: Roster, directory: Directory) -> None:
    texts = reminders(filled, directory, FIRST)

    assert texts.keys() == {s.volunteer_id for s in filled.stints if s.day == FIRST}
    assert all(text.startswith(directory.name[who]) for who, text in texts.items())
    assert all(directory.name[who] in thanks(filled, directory, FIRST) for who in texts)


def test_no_text_holds_a_phone_number(empty: Roster, filled: Roster, directory: Directory) -> None:
    texts = [
        chain_text(offered_duties(empty, FIRST, LAST), directory),
        duty_report(filled, directory, FIRST),
        thanks(filled, directory, FIRST),
        *reminders(filled, directory, FIRST).values(),
    ]

    assert not re.search(r"\d{7}", "\n".join(texts))


def test_a_later_copy_shows_the_difference_only() -> None:
    on = date(2020, 4, 6)
    earlier = read_chain_text("#接龙\n4月9日南门\n1. 郭宁 早班\n2. 何柳 晚班\n3. 程远 早班\n4. 程远 早班", on)
    later = read_chain_text("#接龙\n4月9日 南门\n1. 程远 早班\n2. 郭宁 中班\n3. 尹沫 早班\n4. 程远 早班", on)

    told = chain_difference(earlier, later)

    assert same_chain(earlier, later)
    assert [e.person for e in told.added] == ["尹沫"]
    assert [e.person for e in told.removed] == ["何柳"]
    assert [(a.shifts, b.shifts) for a, b in told.changed] == [(("早班",), ("中班",))]
    assert chain_difference(later, later).nothing


def test_a_withdrawal_is_a_change() -> None:
    on = date(2020, 4, 6)
    one, two = (read_chain_text(f"#接龙\n4月9日早班\n1. 郭宁{said}", on) for said in ("", " 取消"))

    ((before, after),) = chain_difference(one, two).changed
    assert (before.verdict, after.verdict) == (LineVerdict.OK, LineVerdict.WITHDRAWN)


def test_the_pasted_text_is_its_own_evidence() -> None:
    text = "#接龙\n1. 郭宁 "

    assert ChainEvidence.of(text).text == text
    assert ChainEvidence.of(text) == ChainEvidence.of(text)
    assert ChainEvidence.of(text).digest != ChainEvidence.of(text.strip()).digest
