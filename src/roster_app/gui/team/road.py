"""The four steps from nothing to a posted roster, in words, and where the next one is taken."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from roster_app.i18n import _

if TYPE_CHECKING:
    from roster_app.services.first_steps import FirstSteps


@dataclass(frozen=True, slots=True)
class Mark:
    """One step as it is shown."""

    icon: str
    ink: str
    """The meaning its icon is coloured by."""
    words: str
    spoken: str
    is_next: bool


@dataclass(frozen=True, slots=True)
class Lead:
    """What is to be done next, in a sentence; the words of the button, and where it leads."""

    sentence: str
    button: str
    page: str
    target: object
    """What the page is shown: the name of a command, or an id."""
    at_once: bool
    """Whether the target is shown as soon as the page is in front; else the page is looked at first."""
    is_obstacle: bool = False


def road() -> tuple[tuple[str, str], ...]:
    """Icon and words of the four steps."""
    return (
        ("upload", _("Import the list")),
        ("map-pin", _("Say what must be staffed")),
        ("wand-sparkles", _("Generate, then adjust")),
        ("printer", _("Publish and print")),
    )


def marks(steps: FirstSteps) -> list[Mark]:
    """The road with what is done, what is next and what is still to come."""
    done = {step.value for step in steps.done}
    return [
        _mark(number, icon, words, done=number in done, is_next=steps.next is not None and number == steps.next.value)
        for number, (icon, words) in enumerate(road())
    ]


def _mark(number: int, icon: str, words: str, *, done: bool, is_next: bool) -> Mark:
    state = _("done") if done else _("next") if is_next else _("still to come")
    spoken = _("Step {number}: {words} ({state})").format(number=number + 1, words=words, state=state)
    if done:
        return Mark("circle-check", "good", words, spoken, is_next)
    return Mark(icon, "accent" if is_next else "third", words, spoken, is_next)


def lead(steps: FirstSteps) -> Lead:
    """What to do now; what stands in the way of a step comes before the step."""
    number = None if steps.next is None else steps.next.value
    if number == 0:
        sentence = _("Take in the list you have; a workbook as it is will do.")
        return Lead(sentence, _("Import a list …"), "people", "import_list", at_once=True)
    if number == 1:
        return _staffing(steps)
    if number == 2:
        return _generating(steps)
    if number == 3:
        sentence = _("Look the roster over and change what you like; then publish its first edition.")
        return Lead(sentence, _("Publish and print"), "publish", "publish", at_once=False)
    sentence = _("The first edition is published: save its sheets and post them.")
    return Lead(sentence, _("Save all…"), "publish", "save_all", at_once=True)


def _staffing(steps: FirstSteps) -> Lead:
    if steps.has_checkpoints:
        sentence = _("A place needs a pattern of shifts and a post before anybody can stand there.")
        return Lead(sentence, _("To the places"), "places", None, at_once=True)
    sentence = _("Name the first place and save it; shifts and posts are filled in, and can be changed.")
    return Lead(sentence, _("New checkpoint"), "places", "new_checkpoint", at_once=True)


def _generating(steps: FirstSteps) -> Lead:
    if steps.unheld:
        missing = steps.unheld[0]
        sentence = _("Nobody has “{name}”, which posts require: nobody could be put there.").format(name=missing.name)
        return Lead(sentence, _("Say who has it …"), "people", missing.id, at_once=True, is_obstacle=True)
    if not steps.has_period:
        sentence = _("Say for which days; the duties of every place are made from what must be staffed.")
        return Lead(sentence, _("New roster"), "roster", "new_period", at_once=False)
    sentence = _("Let the duties be filled by the rules; nothing is stored before you accept it.")
    return Lead(sentence, _("Generate"), "roster", "generate", at_once=False)
