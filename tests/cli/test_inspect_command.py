"""`import inspect`: what other programs read, and that nothing is stored."""

import sqlite3
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from calls import Run

from roster_app.cli import ExitCode

ROSTER = "班次,4月6日(周一),4月7日(周二)\n早班 08:00-16:00,张伟,王芳\n夜班 22:00-06:00,刘洋,李　明\n制表人：陈静\n"


@pytest.fixture
def roster(tmp_path: Path) -> Path:
    path = tmp_path / "值班表.csv"
    path.write_text(ROSTER, encoding="utf-8-sig")
    return path


def test_a_roster_is_told_in_the_four_lists_that_are_fixed(run: Run, roster: Path) -> None:
    said = run("import", "inspect", roster, "--json", "--on", "2020-04-01")

    assert said.code == ExitCode.DONE
    assert list(said.facts) == ["sheets", "people", "entries", "questions"]
    assert said.facts["sheets"] == [
        {
            "name": "值班表.csv",
            "layout": "roster_grid",
            "header_rows": [1],
            "rows_in": 3,
            "imported": 2,
            "unchanged": 0,
            "skipped": 1,
            "wrong": 0,
        }
    ]
    assert said.facts["people"][3] == {"name": "李明", "phone": None, "cells": ["值班表.csv!C3"]}
    assert said.facts["entries"][-1] == {
        "person": "李明",
        "date": "2020-04-07",
        "shift": "夜班",
        "start": "22:00",
        "end": "06:00+1",
        "cell": "值班表.csv!C3",
        "verdict": "ok",
    }
    assert said.facts["questions"] == []


def test_a_wrong_weekday_is_asked_in_the_language_spoken(run: Run, roster: Path) -> None:
    roster.write_text(ROSTER.replace("周二", "周三"), encoding="utf-8")

    said = run("import", "inspect", roster, "--json", "--on", "2020-04-01", lang="zh_CN")

    assert said.code == ExitCode.ATTENTION
    assert {e["verdict"] for e in said.facts["entries"] if e["date"] == "2020-04-07"} == {"wrong"}
    (question,) = said.facts["questions"]
    assert (question["cell"], question["kind"]) == ("值班表.csv!C1", "weekday")
    assert "与旁边写的星期不符" in question["text"]


def test_nothing_is_stored_and_no_database_opened(run: Run, roster: Path, tmp_path: Path) -> None:
    run("import", "inspect", roster)

    assert not (tmp_path / "roster.db").exists()


def test_taking_in_volunteers_stays_as_it_was(run: Run, tmp_path: Path) -> None:
    people = tmp_path / "inspect.csv"
    people.write_text("姓名,手机\n张伟,13800000001\n", encoding="utf-8")
    run("team", "create", "突击队")

    said = run("import", people, "--json")

    assert (said.code, said.facts["new"]) == (ExitCode.DONE, 1)
    with sqlite3.connect(tmp_path / "roster.db") as database:
        assert database.execute("select count(*) from volunteer").fetchone() == (1,)


def test_without_json_people_read_lines(run: Run, roster: Path) -> None:
    said = run("import", "inspect", roster, "--on", "2020-04-01")

    assert "Sheet 值班表.csv, roster of shifts by days: 3 rows = 2 to take in" in said.out
    assert "2020-04-07 · 李明 · 夜班 · 22:00–06:00+1 · 值班表.csv!C3 · ok" in said.out


@pytest.mark.parametrize("name", ["damaged.xlsx", "bomb.xlsx", "locked.xlsx", "missing.xlsx", "empty.csv"])
def test_a_file_that_cannot_be_read_is_named_with_the_reason(run: Run, tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    if name == "damaged.xlsx":
        path.write_bytes(b"PK\x03\x04" + b"\0" * 200)
    elif name == "bomb.xlsx":
        with ZipFile(path, "w", ZIP_DEFLATED) as package:
            package.writestr("xl/worksheets/sheet1.xml", b" " * 70_000_000)
    elif name == "locked.xlsx":
        path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le") + bytes(512))
    elif name == "empty.csv":
        path.write_bytes(b"\n\n")

    said = run("import", "inspect", path, "--json")

    assert said.code == ExitCode.BAD_INPUT
    assert name in said.err
    assert said.out == ""
