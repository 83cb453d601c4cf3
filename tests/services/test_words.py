"""Words: the printed line of cover, every refusal, every rule, every problem has a sentence in both languages."""

from dataclasses import replace
from datetime import date, datetime

import pytest
from desk_cases import Office

from roster_app import i18n
from roster_app.domain import edits
from roster_app.domain.book import (
    NIGHTS,
    WEEKENDS,
    AmountLimit,
    Fairness,
    Measure,
    RunLimit,
    WeeklyRest,
    Window,
)
from roster_app.domain.errors import DomainError, ErrorCode
from roster_app.domain.imports import CellProblem, Problem, Verdict
from roster_app.domain.rules import Rule, Violation
from roster_app.domain.timespan import Span, span_on
from roster_app.services import words

MONDAY = date(2020, 4, 6)
HAN = range(0x4E00, 0xA000)
SATURDAYS = AmountLimit(Measure.DUTIES, Window.PERIOD, most=5, of=WEEKENDS)


def test_the_proof_is_printed_in_one_line(office: Office, chinese: str) -> None:
    renamed = replace(office.checkpoint, name="第一卡口")
    office.services.places.save_checkpoint(renamed, (replace(office.posts[0], headcount=2),))
    period = office.period()
    opened = office.open(period)
    ann, bob = office.people[0].id, office.people[1].id
    holders = {d.id: (ann, bob)[d.seat - 1] for d in opened.roster.plan.duties}
    edit = edits.settle(opened.roster, holders, edits.EditKind.IMPORT, edits.Origin.IMPORT)
    office.services.rostering.apply_edit(period.id, edit)
    proved = office.open(period)
    assert words.cover_line(proved.proof.checkpoints[0], proved.directory) == (
        "第一卡口 2020-04-06 00:00—2020-04-13 00:00 共10080分钟，需2人，已满足10080分钟，空档0"
    )


def test_times_in_words(chinese: str) -> None:
    assert words.span_words(span_on(MONDAY, 480, 960)) == "4月6日 08:00–16:00"
    assert words.span_words(span_on(MONDAY, 960, 1440)) == "4月6日 16:00–24:00"
    assert words.span_words(span_on(MONDAY, 1320, 1800)) == "4月6日 22:00–次日06:00"
    assert words.span_words(Span(datetime(2020, 4, 6), datetime(2020, 4, 9))) == "4月6日 00:00 – 4月9日 00:00"
    assert words.duration(450) == "7 小时 30 分钟"
    assert words.period_title(date(2020, 4, 1), date(2020, 4, 30)) == "2020年4月"
    assert words.period_title(date(2020, 4, 6), date(2020, 4, 12)) == "2020年4月6日至4月12日"
    assert words.date_words(MONDAY) == "4月6日 周一"


@pytest.mark.parametrize("code", ErrorCode)
def test_every_refusal_has_a_sentence_in_chinese(code: ErrorCode, chinese: str) -> None:
    sentence = words.sentence_of_error(DomainError(code, name="名", path="a.xlsx", start=480, end=960, first=MONDAY))
    assert any(ord(c) in HAN for c in sentence)
    assert "{" not in sentence
    assert sentence.endswith("。")


@pytest.mark.parametrize("rule", Rule)
def test_every_rule_has_a_name_a_sentence_and_a_remedy_in_chinese(rule: Rule, office: Office, chinese: str) -> None:
    opened = office.open(office.period())
    duty = opened.roster.plan.duties[0]
    found = Violation(
        rule, (duty.id, duty.id), office.people[0].id, 480, 720, duty.span, duty.shift_id, frozenset({office.leader})
    )
    for text in (
        words.rule_name(rule),
        words.sentence_of_violation(found, opened.directory, opened.roster.plan),
        words.remedy(found),
    ):
        assert any(ord(c) in HAN for c in text)
        assert "{" not in text


@pytest.mark.parametrize(
    ("violation", "sentence"),
    [
        (Violation(Rule.AMOUNT, (), actual=6, limit=5, entry=SATURDAYS), "休息日：本期 6 个岗次，规则 ≤ 5 个岗次"),
        (Violation(Rule.AMOUNT, (), actual=60, limit=90, entry=replace(SATURDAYS, measure=Measure.MINUTES)),
         "休息日：本期 1 小时，规则 ≥ 1 小时 30 分钟"),
        (Violation(Rule.RUN, (), actual=1, limit=2, entry=RunLimit(least=2, of=NIGHTS)),
         "夜班：连续 1 天，规则 ≥ 2 天"),
        (Violation(Rule.RUN, (), actual=4, limit=2, entry=RunLimit(most=2, off=True)), "连休 4 天，规则 ≤ 2 天"),
        (Violation(Rule.WEEKLY_REST, (), actual=960, limit=1440, entry=WeeklyRest(1440, Window.SEVEN_DAYS)),
         "七天内最长连续休息 16 小时，规则 ≥ 24 小时"),
        (Violation(Rule.SHARE, (), actual=5, limit=4, entry=Fairness(Measure.DUTIES, 1, NIGHTS)),
         "夜班：5，应排不超过 4"),
    ],
)  # fmt: skip
def test_a_rule_of_the_book_is_told_with_what_it_counts(
    violation: Violation, sentence: str, office: Office, chinese: str
) -> None:
    opened = office.open(office.period())
    assert words.sentence_of_violation(violation, opened.directory, opened.roster.plan) == sentence


def test_who_is_meant_is_named(office: Office, chinese: str) -> None:
    opened = office.open(office.period())
    duty = opened.roster.plan.duties[0]
    found = Violation(Rule.TURN, (duty.id,), shift_id=duty.shift_id, others=(office.people[0].id,))
    assert words.sentence_of_violation(found, opened.directory, opened.roster.plan).endswith("轮到王建国")


@pytest.mark.parametrize("code", CellProblem)
def test_every_problem_of_a_cell_names_its_place_in_chinese(code: CellProblem, chinese: str) -> None:
    sentence = words.sentence_of_problem(Problem("Sheet1!C9", "abc", code, Verdict.DOUBTFUL, "12"))
    assert sentence.startswith("Sheet1!C9")
    assert any(ord(c) in HAN for c in sentence)


def test_a_step_is_told_in_a_few_words(office: Office) -> None:
    opened = office.open(office.period())
    duty = office.duty(opened, date(2020, 4, 7), 8)
    edit = edits.assign(opened.roster, duty, office.people[0].id)
    i18n.install("zh_CN")
    assert words.describe_edit(edit, opened.directory, opened.roster.plan) == "王建国 → north gate 4月7日 Early lead"
    i18n.install("en")
    taken_off = words.describe_edit(edit.inverse(), opened.directory, opened.roster.plan)
    assert taken_off == "王建国 taken off north gate, Apr 7, Early, lead"
