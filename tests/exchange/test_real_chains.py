"""Real chains, where they are at hand: every stated case comes out as stated, and nothing is lost."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from chain_texts import SHIFTS, faults

from roster_app.domain.chains import Chain, ChainEntry, LineVerdict, QuestionKind
from roster_app.exchange.chain import read_chain
from roster_app.exchange.chain.files import read_text

FOLDER = Path(__file__).resolve().parents[3] / "shared" / "real_inputs" / "jielong"
needs_the_folder = pytest.mark.skipif(not FOLDER.exists(), reason="the folder of real chains is not here")


def stated_cases() -> list[dict[str, Any]]:
    path = FOLDER / "cases.json"
    return list(json.loads(path.read_text(encoding="utf-8"))["cases"]) if path.exists() else []


def listed(value: object) -> list[Any]:
    return list(value) if isinstance(value, list) else [value]


def row(entry: ChainEntry) -> tuple[str, list[str], list[str], str | None]:
    return entry.person, [day.isoformat() for day in entry.dates], list(entry.shifts), entry.phone


def chain_of(text: str) -> Chain:
    return read_chain(text, date(2020, 4, 6), SHIFTS)


@needs_the_folder
@pytest.mark.parametrize("case", stated_cases(), ids=lambda case: f"case {case['id']}")
def test_a_stated_case_comes_out_as_stated(case: dict[str, Any]) -> None:
    chain = chain_of(case["raw"])
    amber = {text.partition(":")[0] for text in case.get("amber", ())}

    standing = [e for e in chain.entries if e.stands and e.person not in amber]
    expected = [(r[0], listed(r[1]), listed(r[2]), r[3]) for r in case["expect"]]
    assert [row(e) for e in standing if QuestionKind.HOURS_OR_DAYS not in asked(chain, e)] == expected
    assert [e.person for e in chain.entries if e.verdict is LineVerdict.WITHDRAWN] == case.get("withdrawn", [])
    assert [e.number for e in chain.entries if e.verdict is LineVerdict.EMPTY] == case.get("empty", [])
    assert {e.person for e in chain.entries if e.verdict is not LineVerdict.OK} >= amber
    told = [f"{s.name} x{s.missing}{'+' if s.at_least else ''}" for s in chain.open]
    assert told == case.get("open", [])
    assert bool(chain.questions) or not {"ask", "warn"} & case.keys()


def asked(chain: Chain, entry: ChainEntry) -> set[QuestionKind]:
    return {question.kind for question in chain.asked_about(entry)}


@needs_the_folder
@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.txt")), ids=lambda path: path.stem[:2])
def test_a_whole_message_is_read(path: Path) -> None:
    text = read_text(str(path))
    chain = chain_of(text)
    entries = {
        "01": ["赵安宁", "钱远", "孙思齐", "李若水", "周平", "郑明", "王衿"],
        "02": ["冯清", "陈扬", "褚子衿", "尘"],
        "03": ["卫明远", "蒋文博", "沈和平", "韩安", "杨齐"],
        "06": ["Tom W", "Chen An", "Maria"],
        "08": ["曹清", "严扬", "华子衿", "金明", "魏博", "陶安", "姜若水", "戚远"],
    }.get(path.name[:2])

    assert faults(text) == []
    if entries is not None:
        assert [entry.person for entry in chain.entries] == entries
