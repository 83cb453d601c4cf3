"""A refusal, a circumstance and a bug each take their own way to the person."""

from __future__ import annotations

from typing import Any

import pytest

from roster_app.domain.errors import DomainError, ErrorCode, StaleEdit
from roster_app.gui.errors import ErrorKind, Errors, kind_of, sentence_of
from roster_app.gui.messages import Message, MessageAction, Messages


@pytest.fixture
def told(qapp: object) -> list[Message]:
    return []


@pytest.fixture
def errors(told: list[Message]) -> Errors:
    messages = Messages()
    messages.told.connect(told.append)
    made = Errors(messages)
    messages.setParent(made)
    return made


@pytest.mark.parametrize(
    ("error", "kind"),
    [
        (DomainError(ErrorCode.IN_USE, name="何平"), ErrorKind.REFUSAL),
        (StaleEdit(), ErrorKind.REFUSAL),
        (DomainError(ErrorCode.DATABASE_BUSY), ErrorKind.CIRCUMSTANCE),
        (PermissionError(13, "Permission denied", "/srv/a.xlsx"), ErrorKind.CIRCUMSTANCE),
        (KeyError("x"), ErrorKind.BUG),
    ],
)
def test_each_error_is_of_one_kind(error: Exception, kind: ErrorKind) -> None:
    assert kind_of(error) is kind


def test_a_refusal_is_told_with_its_way_out(errors: Errors, told: list[Message]) -> None:
    way = MessageAction("Set the last day", lambda: None)

    errors.report(DomainError(ErrorCode.IN_USE, name="何平"), way_out=way, retry=lambda: None)

    (message,) = told
    assert message.kind == "act"
    assert "何平" in message.text
    assert message.actions == (way,)


def test_a_circumstance_is_told_with_another_try(errors: Errors, told: list[Message]) -> None:
    tried: list[str] = []

    errors.report(PermissionError(13, "Permission denied", "/srv/名单.xlsx"), retry=lambda: tried.append("again"))

    (message,) = told
    assert message.kind == "look"
    assert message.text == "/srv/名单.xlsx: no permission, or another program has it open"
    (again,) = message.actions
    again.carry_out()
    assert tried == ["again"]


def test_a_bug_is_told_nobody_but_reported(
    errors: Errors, told: list[Message], caplog: pytest.LogCaptureFixture
) -> None:
    met: list[object] = []
    errors.bug_met.connect(met.append)
    error = KeyError("x")

    errors.report(error)

    assert told == []
    assert met == [error]
    assert "KeyError" in caplog.text


def test_every_refusal_has_a_sentence_of_its_own() -> None:
    facts: dict[str, Any] = {"name": "何平", "path": "a.xlsx", "url": "x", "reason": "y", "start": 0, "end": 60}
    sentences = [sentence_of(DomainError(code, **facts)) for code in ErrorCode]

    assert all(sentence.strip() and "{" not in sentence for sentence in sentences)


def test_an_attempt_goes_on_with_the_answer(errors: Errors, told: list[Message]) -> None:
    answers: list[int] = []

    assert errors.attempt(lambda: 7, answers.append)
    assert answers == [7]
    assert told == []


def test_an_attempt_that_is_tried_again_goes_on_too(errors: Errors, told: list[Message]) -> None:
    answers: list[int] = []
    tries = iter([DomainError(ErrorCode.DATABASE_BUSY), None])

    def use_case() -> int:
        error = next(tries)
        if error is not None:
            raise error
        return 7

    assert not errors.attempt(use_case, answers.append)
    told[0].actions[0].carry_out()

    assert answers == [7]


def test_whoever_deals_with_a_refusal_keeps_it_to_himself(errors: Errors, told: list[Message]) -> None:
    def refuse() -> int:
        raise StaleEdit

    assert not errors.attempt(refuse, lambda _answer: None, on_refused=lambda error: isinstance(error, StaleEdit))
    assert told == []


def test_a_bug_in_an_attempt_is_not_swallowed(errors: Errors) -> None:
    with pytest.raises(ZeroDivisionError):
        errors.attempt(lambda: 1 // 0, lambda _answer: None)


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (OSError(28, "No space left on device", "/media/usb/a.pdf"), "/media/usb/a.pdf：磁盘已满"),
        (OSError(28, "No space left on device"), "磁盘已满"),
        (OSError(5, "Input/output error", "/media/usb/a.pdf"), "/media/usb/a.pdf：Input/output error"),
        (OSError("something else"), "something else"),
    ],
)
def test_the_usual_reasons_are_told_in_chinese(chinese: str, error: OSError, words: str) -> None:
    assert sentence_of(error) == words
