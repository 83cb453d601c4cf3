"""Sign-up chains in the hands of many: what each text means, and what is asked instead of guessed."""

import pytest
from chain_texts import PASTED, SHIFTS, chain_texts, faults, read
from hypothesis import HealthCheck, given, settings

from roster_app.domain.chains import Chain, ChainEntry, ChainShift, LineVerdict, QuestionKind
from roster_app.domain.errors import DomainError, ErrorCode
from roster_app.exchange.chain import read_chain

ALL = ("早班", "中班", "晚班", "夜班")


def clock(minute: int | None) -> str:
    return "" if minute is None else f"{minute // 60:02d}:{minute % 60:02d}"


def said(entry: ChainEntry) -> tuple[str, str, str]:
    """Person, days of the month, and shifts or hours."""
    when = "+".join(entry.shifts) or (f"{clock(entry.start)}-{clock(entry.end)}" if entry.start is not None else "")
    return entry.person, " ".join(f"{day.month}.{day.day}" for day in entry.dates), when


def one(text: str) -> tuple[str, str, str]:
    """What the only entry of a chain of 9 April (a Thursday) says."""
    (entry,) = read(f"#接龙\n4月9日\n\n1. {text}").entries
    return said(entry)


def verdicts(chain: Chain) -> list[str]:
    return [line.verdict.value for line in chain.lines if line.text.strip()]


def kinds(chain: Chain) -> set[QuestionKind]:
    return {question.kind for question in chain.questions}


@pytest.mark.parametrize(
    ("text", "person", "days", "when"),
    [
        ("郭宁 早班", "郭宁", "4.9", "早班"),
        ("郭宁早班13800000001", "郭宁", "4.9", "早班"),
        ("13800000001 郭宁 早", "郭宁", "4.9", "早班"),
        ("郭 宁 早", "郭宁", "4.9", "早班"),
        ("郭宁（夜）", "郭宁", "4.9", "夜班"),
        ("郭宁：晚", "郭宁", "4.9", "晚班"),
        ("郭宁+13800000001+中", "郭宁", "4.9", "中班"),
        ("A郭宁(3-502) 早班", "郭宁", "4.9", "早班"),
        ("12栋郭宁 早班", "郭宁", "4.9", "早班"),
        ("3号楼2单元郭宁 早班", "郭宁", "4.9", "早班"),
        ("295-909 郭宁 早班", "郭宁", "4.9", "早班"),
        ("郭宁🌿 早班", "郭宁", "4.9", "早班"),
        ("上官若兰 中班", "上官若兰", "4.9", "中班"),
        ("迪丽娜尔.买买提 早班", "迪丽娜尔·买买提", "4.9", "早班"),
        ("程晚秋 早班", "程晚秋", "4.9", "早班"),
        ("周一鸣 夜班", "周一鸣", "4.9", "夜班"),
        ("代建华 早班", "代建华", "4.9", "早班"),
        ("郭宁 早、中都可以", "郭宁", "4.9", "早班+中班"),
        ("郭宁 早中班", "郭宁", "4.9", "早班+中班"),
        ("郭宁 白天", "郭宁", "4.9", "早班+中班"),
        ("郭宁 下午", "郭宁", "4.9", "中班"),
        ("郭宁 全天", "郭宁", "4.9", "+".join(ALL)),
        ("郭宁 都行", "郭宁", "4.9", "+".join(ALL)),
        ("郭宁 除夜班都行", "郭宁", "4.9", "早班+中班+晚班"),
        ("郭宁 夜班不行", "郭宁", "4.9", "早班+中班+晚班"),
        ("郭宁 8:00-12:00", "郭宁", "4.9", "08:00-12:00"),
        ("郭宁 8-12", "郭宁", "4.9", "08:00-12:00"),
        ("郭宁 7.50-9.20", "郭宁", "4.9", "07:50-09:20"),
        ("郭宁 7点半到九点半", "郭宁", "4.9", "07:30-09:30"),
        ("郭宁 早六点半到九点半", "郭宁", "4.9", "06:30-09:30"),
        ("郭宁 22点到次日6点", "郭宁", "4.9", "22:00-30:00"),
        ("郭宁 晚10点-早6点", "郭宁", "4.9", "22:00-30:00"),
        ("郭宁 12点到4点", "郭宁", "4.9", "12:00-16:00"),
        ("郭宁 下午2点到5点", "郭宁", "4.9", "14:00-17:00"),
        ("郭宁 08：00—12：00", "郭宁", "4.9", "08:00-12:00"),
        ("郭宁 6:30-11:30", "郭宁", "4.9", "早班"),
        ("郭宁 凌晨1点到6点半", "郭宁", "4.9", "夜班"),
        ("郭宁 2pm-5:30pm", "郭宁", "4.9", "14:00-17:30"),
        ("郭宁 明天 早班", "郭宁", "4.7", "早班"),
        ("郭宁 4月10、11日 早班", "郭宁", "4.10 4.11", "早班"),
        ("郭宁 10-12号 早班", "郭宁", "4.10 4.11 4.12", "早班"),
        ("郭宁 4.12 早", "郭宁", "4.12", "早班"),
        ("郭宁 下周三 晚", "郭宁", "4.15", "晚班"),
        ("郭宁-13800000002-8点到12点", "郭宁", "4.9", "08:00-12:00"),
        ("郭宁/早班/13800000003", "郭宁", "4.9", "早班"),
        ("早班：郭宁", "郭宁", "4.9", "早班"),
        ("郭宁 早或中", "郭宁", "4.9", "早班+中班"),
        ("小明妈妈 中班", "小明妈妈", "4.9", "中班"),
        ("郭宁 周六日 早班", "郭宁", "4.11 4.12", "早班"),
    ],
)
def test_an_entry_in_any_hand(text: str, person: str, days: str, when: str) -> None:
    assert one(text) == (person, days, when)


@pytest.mark.parametrize(
    "numbers",
    [("1.", "2.", "3."), ("1、", "2，", "3)"), ("①", "②", "③"), ("（1）", "（2）", "（3）"), ("一、", "二、", "三、"),
     ("1 ", "2 ", "3 "), ("1", "2", "3"), ("1️⃣", "2️⃣", "3️⃣"), ("1．", "2)", "③"),
     ("【1】", "【2】", "【3】"), ("#1 ", "#2 ", "#3 ")],
)  # fmt: skip
def test_an_entry_is_numbered_in_any_way(numbers: tuple[str, ...]) -> None:
    body = "\n".join(f"{n}{name}" for n, name in zip(numbers, ("郭宁", "何柳", "程远"), strict=True))

    chain = read(f"#接龙\n4月9日夜班\n\n{body}")

    assert [(e.number, e.person) for e in chain.entries] == [(1, "郭宁"), (2, "何柳"), (3, "程远")]
    assert {e.verdict for e in chain.entries} == {LineVerdict.OK}


def test_a_list_may_stand_on_one_line() -> None:
    chain = read("#接龙 4月9日夜班 1.郭宁 2.何柳 3.程远")

    assert chain.title == "4月9日夜班"
    assert [said(e) for e in chain.entries] == [(n, "4.9", "夜班") for n in ("郭宁", "何柳", "程远")]


def test_a_list_may_have_no_numbers() -> None:
    chain = read("4月9日夜班报名\n郭宁 13800000001\n何柳 晚班")

    assert [said(e) for e in chain.entries] == [("郭宁", "4.9", "夜班"), ("何柳", "4.9", "晚班")]


def test_a_number_before_a_room_is_no_decimal() -> None:
    chain = read("#接龙\n周末\n例 楼栋-房号 姓名 几点到几点\n\n1.301-202 郭宁 8:00-12:00\n2.3-1102 何柳，16-20")

    assert [said(e) for e in chain.entries] == [
        ("郭宁", "4.11 4.12", "08:00-12:00"),
        ("何柳", "4.11 4.12", "16:00-20:00"),
    ]


def test_a_placeholder_goes_on_below_and_counts_are_read() -> None:
    chain = read("#接龙\n3月6日卡口统计\n\n1. .\n东门 郭宁\n今天测温41人，\n登记2车\n2. ．\n南门何柳、程远\n今天放弃")

    first, second, third = chain.entries
    assert (first.person, first.slot, first.counts) == ("郭宁", "东门", (("测温", 41), ("登记", 2)))
    assert first.lines == (4, 5, 6, 7)
    assert [(e.person, e.slot, e.verdict) for e in (second, third)] == [
        ("何柳", "南门", LineVerdict.WITHDRAWN),
        ("程远", "南门", LineVerdict.WITHDRAWN),
    ]


def test_each_shift_goes_with_its_own_day() -> None:
    chain = read("#接龙\n下周\n\n1. 郭宁 周三晚、周五早\n2. 何柳 周一至周三白天，周末全天\n3. 程远 周二、周四夜")

    assert [said(e) for e in chain.entries] == [
        ("郭宁", "4.15", "晚班"),
        ("郭宁", "4.17", "早班"),
        ("何柳", "4.13 4.14 4.15", "早班+中班"),
        ("何柳", "4.18 4.19", "+".join(ALL)),
        ("程远", "4.14 4.16", "夜班"),
    ]


def test_the_same_person_twice_counts_twice() -> None:
    assert [e.person for e in read("#接龙\n4月9日早班\n1. 郭宁\n2. 郭宁").entries] == ["郭宁", "郭宁"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("郭宁", QuestionKind.NO_SHIFT),
        ("郭宁 大夜班", QuestionKind.SHIFT),
        ("郭宁 9点后", QuestionKind.CLOCK),
        ("郭宁 9:00-5:00", QuestionKind.CLOCK),
        ("郭宁 早班 138000000", QuestionKind.PHONE),
        ("郭宁+1 早班", QuestionKind.COMPANION),
        ("郭宁 早班改中班", QuestionKind.CHANGED),
        ("郭宁替何柳 早班", QuestionKind.PROXY),
        ("郭宁（何柳代报）早班", QuestionKind.PROXY),
        ("郭宁帮何柳报名 早班", QuestionKind.PROXY),
        ("郭宁代何柳早班", QuestionKind.PROXY),
        ("郭宁 (2人) 早班", QuestionKind.COMPANION),
        ("郭宁 早班 待定", QuestionKind.UNDECIDED),
        ("郭宁 早班 除周四", QuestionKind.NO_DAY),
        ("尘 早班", QuestionKind.NAME),
        ("早班", QuestionKind.NAME),
        ("郭宁 4月10日（周六） 早班", QuestionKind.WEEKDAY),
        ("郭宁 4月31日 早班", QuestionKind.WEEKDAY),
    ],
)
def test_what_is_unclear_is_asked(text: str, kind: QuestionKind) -> None:
    chain = read(f"#接龙\n4月9日\n\n1. {text}")

    assert kind in kinds(chain)
    assert chain.entries[0].verdict is LineVerdict.ASK


def test_hours_or_days_are_never_guessed() -> None:
    chain = read("#接龙\n4月值班\n\n1. 郭宁 8-9")

    (entry,), (question,) = chain.entries, chain.questions
    assert (entry.verdict, entry.dates, entry.start) == (LineVerdict.ASK, (), None)
    assert question.options == ("08:00-09:00", "2020-04-08/2020-04-09")


def test_who_signs_for_another_is_told() -> None:
    (entry,) = read("#接龙\n4月9日\n\n1. 5栋郭宁 替我爱人报：何柳 13000000006 早").entries

    assert (entry.person, entry.signed_by, entry.phone) == ("何柳", "郭宁", "13000000006")


def test_withdrawn_empty_and_standby_are_no_sign_ups() -> None:
    chain = read("#接龙\n4月9日早班\n\n1. 郭宁 取消\n2. \n3. 何柳 随叫随到\n4. 程远")

    assert verdicts(chain)[2:] == ["withdrawn", "empty", "standby", "ok"]


def test_a_later_withdrawal_asks_about_the_earlier_entry() -> None:
    chain = read("#接龙\n4月9日早班\n\n1. 郭宁\n2. 何柳\n3. 郭宁 不来了")

    assert verdicts(chain)[2:] == ["ask", "ok", "withdrawn"]
    assert kinds(chain) == {QuestionKind.WITHDRAWN_LATER}


def test_examples_mentions_and_remarks_are_nobody() -> None:
    chain = read("#接龙\n4月9日早班\n例 姓名 电话\n\n1. 郭宁\n@何柳 记得接龙\n\n三点截单，请戴口罩")

    assert [e.person for e in chain.entries] == ["郭宁"]
    assert verdicts(chain) == ["ignored", "ok", "ignored", "ok", "ignored", "ignored"]


def test_numbered_notes_over_the_list_are_no_entries() -> None:
    chain = read("#接龙\n明天早班\n1、请戴口罩\n2、提前10分钟到岗\n\n1. 郭宁\n2. 何柳")

    assert [said(e) for e in chain.entries] == [("郭宁", "4.7", "早班"), ("何柳", "4.7", "早班")]


def test_a_role_template_stands_over_the_numbers() -> None:
    chain = read("#接龙\n4月9日南门\n早班：郭宁、何柳\n中班：\n夜班（2人）：程远\n\n参与者请接龙：\n1. 尹沫 中班")

    assert [said(e) for e in chain.entries] == [
        ("郭宁", "4.9", "早班"),
        ("何柳", "4.9", "早班"),
        ("程远", "4.9", "夜班"),
        ("尹沫", "4.9", "中班"),
    ]
    assert [(slot.name, slot.missing, slot.at_least) for slot in chain.open] == [("夜班", 1, False)]


def test_a_template_may_do_without_colons_or_numbers() -> None:
    bare = read("#接龙\n4月9日\n早班 郭宁 何柳\n中班 缺1人\n\n1. 程远 晚班")
    timed = read("4月9日值班\n早班（06:30-11:30）：郭宁 何柳\n晚班（17:30-01:00）：")

    assert [said(e) for e in bare.entries] == [
        ("郭宁", "4.9", "早班"),
        ("何柳", "4.9", "早班"),
        ("程远", "4.9", "晚班"),
    ]
    assert [(slot.name, slot.missing) for slot in bare.open] == [("中班", 1)]
    assert [said(e)[0] for e in timed.entries] == ["郭宁", "何柳"]
    assert [(slot.name, slot.missing, slot.at_least) for slot in timed.open] == [("晚班", 1, True)]


def test_days_of_a_heading_over_two_months_are_its_own() -> None:
    chain = read("#接龙\n4月30日-5月2日值班\n1. 郭宁 30号早\n2. 何柳 1号晚")

    assert [said(e)[1] for e in chain.entries] == ["4.30", "5.1"]


def test_sections_give_their_shift_to_the_numbers_below() -> None:
    chain = read("#接龙\n4月9日\n早班：\n1. 郭宁\n2. 何柳\n中班：\n1. 程远")

    assert [said(e)[2] for e in chain.entries] == ["早班", "早班", "中班"]


def test_the_chain_may_define_its_shifts() -> None:
    chain = read("#接龙\n4月9日报名（每班1人）\n例 姓名+时段（早8-12/中12-16）\n\n1. 郭宁 早\n2. 何柳 早")

    assert [(e.shifts, e.start, e.end) for e in chain.entries] == [(("早班",), 480, 720)] * 2
    assert [(slot.name, slot.missing) for slot in chain.open] == [("中班", 1)]
    assert kinds(chain) == {QuestionKind.TIMES_DIFFER, QuestionKind.DEMAND}


def test_more_people_than_places_are_told() -> None:
    chain = read("#接龙 4月9日夜班 缺1人\n1、郭宁\n2）何柳")

    (question,) = chain.questions
    assert (question.kind, question.text, question.options) == (QuestionKind.DEMAND, "夜班", ("1", "2"))


def test_places_are_counted_by_shift() -> None:
    chain = read("#接龙\n4月9日 早班(3人)、中班(1人)\n\n1. 郭宁 早\n2. 何柳 中")

    assert [(slot.name, slot.missing) for slot in chain.open] == [("早班", 2)]


def test_short_ids_say_everything() -> None:
    head = "#接龙\n缺人岗位\nA1 4月8日 夜班 第一卡口 缺1人\nA3 4月9日 早班 南门 缺2人\n\n"
    chain = read(head + "1. 郭宁 A3\n2. 何柳 a1\n3. 程远 A9")

    assert [(e.person, e.slot, e.shifts, e.verdict.value) for e in chain.entries[:2]] == [
        ("郭宁", "A3", ("早班",), "ok"),
        ("何柳", "A1", ("夜班",), "ok"),
    ]
    assert (chain.entries[2].verdict, QuestionKind.SLOT in kinds(chain)) == (LineVerdict.ASK, True)
    assert [(slot.name, slot.missing) for slot in chain.open] == [("A3", 1)]


def test_a_quoted_copy_after_dashes_is_left_out() -> None:
    chain = read("#接龙\n4月9日夜班\n1. 郭宁\n2. 何柳\n- - - - - - -\n#接龙\n4月9日夜班\n1. 郭宁")

    assert [e.line for e in chain.entries] == [3, 4]
    assert verdicts(chain)[4:] == ["ignored"] * 4


def test_a_quotation_before_the_dashes_is_left_out() -> None:
    chain = read("「程远：#接龙\n4月9日夜班\n1. 郭宁」\n- - - - - -\n#接龙\n4月9日夜班\n1. 郭宁\n2. 何柳")

    assert [e.line for e in chain.entries] == [7, 8]


def test_the_same_title_later_replaces_the_earlier_list() -> None:
    chain = read("#接龙\n4月9日夜班\n1. 郭宁\n\n#接龙\n4月9日夜班\n1. 何柳\n2. 程远")

    assert [e.person for e in chain.entries] == ["何柳", "程远"]


def test_two_chains_in_one_text_are_both_read() -> None:
    chain = read("#接龙\n4月9日夜班\n1. 郭宁\n\n#接龙\n4月10日早班\n1. 何柳")

    assert [said(e) for e in chain.entries] == [("郭宁", "4.9", "夜班"), ("何柳", "4.10", "早班")]


@pytest.mark.parametrize(
    "text",
    [
        "<msg><appmsg><title>#接龙\n4月9日夜班\n1. 郭宁\n2. 何柳</title><des/></appmsg></msg>",
        "<title>#接龙&#x0A;4月9日夜班&#x0A;1. 郭宁&#x0A;2. 何柳</title>",
        "\ufeff#接龙\r\n4月9日夜班\r\n1. 郭宁\r\n2. 何柳\r\n",
        "接龙\n4月9日夜班\n1 郭宁\n2 何柳",
        "＃接龙\n4月9日夜班\n1. 郭宁\n2. 何柳",
    ],
)
def test_what_a_client_wraps_around_the_text_is_taken_off(text: str) -> None:
    chain = read(text)

    assert chain.title == "4月9日夜班"
    assert [said(e) for e in chain.entries] == [("郭宁", "4.9", "夜班"), ("何柳", "4.9", "夜班")]


def test_an_english_chain_is_read() -> None:
    chain = read("#Group Note\nNorth gate, 8 April, 8am-12pm\n\n1. Ann B\n2. Li Wen 13000000008\n3. Rosa (after 10)")

    assert [said(e) for e in chain.entries] == [(n, "4.8", "08:00-12:00") for n in ("Ann B", "Li Wen", "Rosa")]
    assert [e.verdict.value for e in chain.entries] == ["ok", "ok", "ask"]
    assert chain.entries[0].slot == "North gate"


def test_without_shifts_of_a_team_a_shift_is_what_sounds_like_one() -> None:
    (entry,) = read_chain("#接龙\n4月9日\n1. 郭宁 早", PASTED).entries

    assert (entry.shifts, entry.start) == (("早班",), None)


def test_other_shifts_are_found_by_the_time_of_day() -> None:
    shifts = (ChainShift("甲", 480, 960), ChainShift("乙", 960, 1440), ChainShift("丙", 0, 480))
    (entry,) = read("#接龙\n4月9日\n1. 郭宁 上午8点-下午4点", shifts).entries

    assert entry.shifts == ("甲",)


def test_a_known_name_divides_glued_words() -> None:
    (entry,) = read_chain("#接龙\n4月9日\n1. 阿紫早班", PASTED, SHIFTS, {"阿紫"}).entries

    assert (entry.person, entry.shifts) == ("阿紫", ("早班",))


def test_a_thousand_entries_are_all_read() -> None:
    text = "#接龙\n4月9日早班\n" + "".join(f"{n}. 郭宁\n" for n in range(1, 1201))

    assert len(read(text).entries) == 1200


def test_what_is_too_long_to_be_a_chain_is_refused() -> None:
    with pytest.raises(DomainError) as refused:
        read("早" * 500_000)

    assert refused.value.code is ErrorCode.FILE_TOO_LARGE


@settings(max_examples=300, derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(chain_texts)
def test_any_text_has_a_verdict_for_every_line(text: str) -> None:
    assert faults(text) == []
