"""Who of the team an entry means: taken where it is sure, offered where it is not."""

from pathlib import Path

import pytest
from chain_texts import read

from roster_app.domain.chains import ChainShift, LineVerdict, QuestionKind
from roster_app.domain.errors import DomainError, ErrorCode
from roster_app.exchange.chain.files import aliases_in, read_people, read_shifts, read_text
from roster_app.exchange.chain.resolving import KnownPerson, resolve_people

TEAM = (
    KnownPerson("郭宁", "13000000001", ("老郭",)),
    KnownPerson("上官若兰"),
    KnownPerson("何柳", "13000000002"),
    KnownPerson("何柳", "13000000003"),
    KnownPerson("程远航"),
)


def resolved(name: str) -> tuple[str, str, set[QuestionKind]]:
    chain = resolve_people(read(f"#接龙\n4月9日早班\n\n1. {name}"), TEAM)
    (entry,) = chain.entries
    assert chain.lines[3].verdict is entry.verdict
    return entry.person, entry.verdict.value, {question.kind for question in chain.questions}


@pytest.mark.parametrize(
    ("written", "person", "verdict", "kinds"),
    [
        ("郭宁", "郭宁", "ok", set()),
        ("郭 宁", "郭宁", "ok", set()),
        ("老郭", "郭宁", "ok", set()),
        ("Guo Ning", "郭宁", "ok", set()),
        ("郭凝", "郭宁", "ok", {QuestionKind.SAME_SOUND}),
        ("程远行", "程远行", "unknown", {QuestionKind.NEAR_NAME}),
        ("尹沫", "尹沫", "unknown", set()),
        ("何柳", "何柳", "ask", {QuestionKind.SEVERAL_PEOPLE}),
        ("何柳 13000000003", "何柳", "ok", set()),
    ],
)
def test_a_name_is_taken_or_offered(written: str, person: str, verdict: str, kinds: set[QuestionKind]) -> None:
    assert resolved(written) == (person, verdict, kinds)


def test_who_withdrew_stays_withdrawn() -> None:
    assert resolved("尹沫 取消")[1] == LineVerdict.WITHDRAWN


def test_people_come_from_a_list_with_their_aliases(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text("姓名,手机号码,备注\n郭宁（老郭）,13000000001,\n何柳,13000000002,昵称：柳柳\n", encoding="gb18030")

    assert read_people(path) == [
        KnownPerson("郭宁", "13000000001", ("老郭",)),
        KnownPerson("何柳", "13000000002", ("柳柳",)),
    ]


def test_aliases_stand_in_a_note() -> None:
    assert aliases_in("党员；微信名：阿宁，曾用名 郭凝") == ("阿宁", "郭凝")


def test_shifts_are_written_with_their_times() -> None:
    assert read_shifts("早班 06:30-11:30，晚班 17:30—01:00,夜班01:00-06:30") == (
        ChainShift("早班", 390, 690),
        ChainShift("晚班", 1050, 1500),
        ChainShift("夜班", 60, 390),
    )


@pytest.mark.parametrize("text", ["早班", "早班 6-11", "早班 25:00-26:00", "06:30-11:30"])
def test_what_are_no_shifts_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"\S"):
        read_shifts(text)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_a_chat_is_saved_in_any_encoding(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "chain.txt"
    path.write_bytes("#接龙\n1. 郭宁".encode(encoding))

    assert read_text(str(path)) == "#接龙\n1. 郭宁"


def test_a_chat_that_is_missing_or_huge_is_refused(tmp_path: Path) -> None:
    huge = tmp_path / "huge.txt"
    huge.write_bytes(b"1" * 2_000_000)

    for path, code in ((huge, ErrorCode.FILE_TOO_LARGE), (tmp_path / "none", ErrorCode.FILE_MISSING)):
        with pytest.raises(DomainError) as refused:
            read_text(str(path))
        assert refused.value.code is code


@pytest.mark.parametrize("heading", ["微信名", "微信昵称", "群昵称", "昵称", "别名", "Aliases"])
def test_a_column_of_a_list_gives_aliases(tmp_path: Path, heading: str) -> None:
    path = tmp_path / "list.csv"
    path.write_text(f"姓名,手机,{heading}\n郭宁,13000000001,阿宁、宁静致远\n何柳,13000000002,\n", encoding="utf-8")

    assert [person.aliases for person in read_people(path)] == [("阿宁", "宁静致远"), ()]
