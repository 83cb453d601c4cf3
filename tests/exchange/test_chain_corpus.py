"""Chains of every hand, each read as a careful coordinator reads it."""

import pytest
from chain_corpus import CORPUS
from chain_texts import faults, read

from roster_app.domain.chains import Chain, ChainEntry, LineVerdict


def clock(minute: int) -> str:
    return f"{minute // 60:02d}:{minute % 60:02d}"


def told(chain: Chain, entry: ChainEntry) -> str:
    """verdict person|days|shifts or hours, and the first question where it must be asked."""
    when = "+".join(entry.shifts)
    if not when and entry.start is not None and entry.end is not None:
        when = f"{clock(entry.start)}-{clock(entry.end)}"
    days = " ".join(f"{day.month}.{day.day}" for day in entry.dates)
    if entry.verdict is LineVerdict.EMPTY:
        return "empty ||"
    asked = f"|{chain.asked_about(entry)[0].kind.value}" if entry.verdict is LineVerdict.ASK else ""
    return f"{entry.verdict.value} {entry.person}|{days}|{when}{asked}"


@pytest.mark.parametrize(("lines", "expected"), CORPUS.values(), ids=CORPUS.keys())
def test_a_chain_is_read_as_a_coordinator_reads_it(lines: list[str], expected: list[str]) -> None:
    text = "\n".join(lines)
    chain = read(text)

    assert [told(chain, entry) for entry in chain.entries] == expected
    assert faults(text) == []
