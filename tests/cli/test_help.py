"""Help and complaints in both languages, argparse's own words included."""

import argparse
from pathlib import Path

import pytest
from calls import Run

from roster_app import i18n
from roster_app.cli.argparse_words import said_by_argparse, speaking_argparse
from roster_app.cli.exit_codes import ExitCode, exit_code_of
from roster_app.cli.help_layout import columns, wrapped
from roster_app.cli.parser import make_parser
from roster_app.domain.errors import ErrorCode

COMMANDS = ("demo", "team", "people", "import", "rosters", "generate", "check", "publish", "print", "backup")


@pytest.mark.parametrize("lang", ["en", "zh_CN"])
def test_help_lists_every_command_and_exit_code(run: Run, lang: str) -> None:
    said = run("--help", lang=lang)

    assert said.code is ExitCode.DONE
    assert all(f"\n    {command} " in said.out for command in COMMANDS)
    assert all(f" {code.value}  " in said.out for code in ExitCode)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself_in_chinese(run: Run, command: str) -> None:
    said = run(command, "--help", lang="zh_CN")

    assert (said.code, said.out[:3]) == (ExitCode.DONE, "用法：")
    assert "show this help message" not in said.out


def test_complaints_about_the_command_line_are_chinese(run: Run) -> None:
    said = run("import", lang="zh_CN")

    assert said.code is ExitCode.MISUSE
    assert "缺少" in said.err


def test_argparse_keeps_its_own_words_outside() -> None:
    i18n.install("zh_CN")
    before = vars(argparse)["_"]
    with speaking_argparse():
        inside = vars(argparse)["_"]("usage: ")

    assert (inside, vars(argparse)["_"]) == ("用法：", before)


def test_the_words_of_argparse_are_still_its_words() -> None:
    code = Path(argparse.__file__).read_text(encoding="utf-8")

    asked = [words for words in said_by_argparse() if words.encode("unicode_escape").decode() not in code]
    assert asked == []


@pytest.mark.parametrize(
    ("code", "ends_with"),
    [
        (ErrorCode.FILE_MISSING, ExitCode.BAD_INPUT),
        (ErrorCode.NO_NAME_COLUMN, ExitCode.BAD_INPUT),
        (ErrorCode.UNKNOWN_TEAM, ExitCode.BAD_INPUT),
        (ErrorCode.DATABASE_BUSY, ExitCode.NO_ACCESS),
        (ErrorCode.FOLDER_NOT_WRITABLE, ExitCode.NO_ACCESS),
        (ErrorCode.PERIOD_OVERLAPS, ExitCode.ATTENTION),
        (ErrorCode.STALE_EDIT, ExitCode.ATTENTION),
    ],
)
def test_refusals_have_exit_codes(code: ErrorCode, ends_with: ExitCode) -> None:
    assert exit_code_of(code) is ends_with


def test_help_is_wrapped_by_columns() -> None:
    lines = wrapped("数据库地址，如 sqlite:////path/roster.db 或 postgresql://…；不写则用设置里的数据库。", 24)

    assert all(columns(line) <= 24 or " " not in line for line in lines)
    assert not any(line[0] in "，。；" for line in lines)


def test_abbreviated_options_are_not_guessed() -> None:
    with pytest.raises(SystemExit):
        make_parser().parse_args(["demo", "--di", "x"])
