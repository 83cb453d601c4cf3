"""`roster-app team sheets`: head and foot of a team's sheets, shown or changed."""

from argparse import Namespace
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from roster_app.cli.call import Call
from roster_app.cli.choosing import NotChosen, chosen_team
from roster_app.cli.exit_codes import ExitCode
from roster_app.domain.people import Team
from roster_app.domain.stationery import SHEET, Stationery
from roster_app.i18n import _
from roster_app.services.stationery import logo_from, tidy_rule, usual_words

_LABELS = ("made_label", "reviewed_label", "date_label")


def head_and_foot(call: Call) -> ExitCode:
    """Store what was named, if anything was, and tell how the sheets look now."""
    with call.services() as services:
        team = chosen_team(services, call.arguments.team)
        stored = services.teams.stationery(team.id)
        wanted = replace(stored, **_changes(call.arguments))
        phone = call.arguments.phone
        own = team if phone is None else replace(team, duty_phone=phone.strip())
        if (own, wanted) != (team, stored):
            team = services.teams.set_stationery(own, wanted)
    _tell(call, team, wanted)
    call.teller.conclude(_facts(team, wanted))
    return ExitCode.DONE


def _changes(wish: Namespace) -> Mapping[str, Any]:
    """The fields of a Stationery that were named; what goes back to the usual is None."""
    words = {name: getattr(wish, name) for name in ("title", *_LABELS)}
    changes: dict[str, Any] = {name: said.strip() for name, said in words.items() if said is not None}
    if "title" in changes:
        changes["title"] = _title(changes["title"])
    if wish.rule is not None or wish.no_rules:
        changes["rules"] = tuple(rule for said in wish.rule or () if (rule := tidy_rule(said)))
    if wish.logo is not None or wish.no_logo:
        changes["logo"] = logo_from(wish.logo) if wish.logo is not None else None
    usual = {"title": ("title",), "labels": _LABELS, "rules": ("rules",)}
    return changes | {name: None for group in wish.usual for name in usual[group]}


def _title(words: str) -> str | None:
    if words and SHEET not in words:
        told = _("“{title}” would stand on every sheet alike; put {sheet} where the kind of sheet is to stand")
        raise NotChosen(told.format(title=words, sheet=SHEET))
    return words or None


def _tell(call: Call, team: Team, now: Stationery) -> None:
    """Each line as it is printed; what is not printed is said so."""
    usual, nothing = usual_words(), _("not printed")
    rules = usual.rules if now.rules is None else now.rules
    for word, value in (
        (_("Title of the sheets"), _("as each sheet is usually called") if now.title is None else now.title),
        (_("Logo"), _("{size} kB").format(size=-(-len(now.logo) // 1024)) if now.logo else nothing),
        (_("Duty phone"), team.duty_phone or nothing),
        (_("At the foot"), " · ".join(_labels(now, nothing))),
        (_("Rules of duty"), nothing if not rules else ""),
    ):
        call.teller.say(_("{word}: {value}").format(word=word, value=value).rstrip())
    for rule in rules:
        call.teller.say(f"  {rule}")


def _labels(now: Stationery, nothing: str) -> list[str]:
    usual = usual_words()
    pairs = ((getattr(now, name), getattr(usual, name)) for name in _LABELS)
    return [(word if own is None else own) or nothing for own, word in pairs]


def _facts(team: Team, now: Stationery) -> Mapping[str, object]:
    """As stored: null is the usual, an empty word is not printed."""
    words = {name: getattr(now, name) for name in ("title", *_LABELS)}
    rules = None if now.rules is None else list(now.rules)
    logo = None if now.logo is None else len(now.logo)
    return {"team": team.name, "duty_phone": team.duty_phone, **words, "rules": rules, "logo_bytes": logo}
