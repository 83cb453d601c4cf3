"""The catalogue of rules in words: its headings, and a name and a line of explanation for each rule."""

from typing import NamedTuple

from roster_app.i18n import _
from roster_app.services.rule_catalogue import Group, Need


class RecipeWords(NamedTuple):
    """What a line of the catalogue says."""

    name: str
    explanation: str


def group_name(group: Group) -> str:
    """人手, 工时与数量 …"""
    return {
        Group.COVER: _("Cover"),
        Group.AMOUNTS: _("Hours and amounts"),
        Group.REST: _("Rest and runs"),
        Group.SUCCESSION: _("Succession and rotation"),
        Group.PEOPLE: _("People together"),
        Group.PLACES: _("Places"),
        Group.FAIRNESS: _("Fairness"),
        Group.TURNS: _("Turns"),
        Group.STABILITY: _("Stability"),
    }[group]


def need_words(need: Need) -> str:
    """Why a rule cannot be added yet."""
    return {
        Need.CREW: _("The team has no crew yet."),
        Need.TWO_PEOPLE: _("The team has fewer than two people."),
        Need.SHIFT_TYPE: _("The team has no shift type yet."),
        Need.NOTHING: "",
    }[need]


def recipe_words(key: str) -> RecipeWords:
    """Name and explanation of one line of the catalogue."""
    return RecipeWords(*_words()[key])


def _words() -> dict[str, tuple[str, str]]:
    return {**_of_amounts(), **_of_rest(), **_of_people(), **_of_the_whole()}


def _of_amounts() -> dict[str, tuple[str, str]]:
    return {
        "cover": (_("Empty seats"), _("How heavily an empty seat weighs: needed, only wanted, or one too many.")),
        "hours_day": (_("Hours a day"), _("Nobody is on duty longer than this on one day.")),
        "hours_week": (_("Hours a week"), _("From Monday to Sunday; also a least number of hours.")),
        "hours_seven_days": (_("Hours in any seven days"), _("Whatever day the seven days begin on.")),
        "hours_period": (_("Hours in a roster"), _("For a whole month, say; each person can have own limits.")),
        "duties": (_("Number of duties"), _("How many duties a day, a week or a roster, at least or at most.")),
        "nights": (_("Number of nights"), _("How many nights somebody stands, at least or at most.")),
        "weekends": (_("Weekends on duty"), _("On how many weekends somebody stands at all.")),
        "shifts_of_a_type": (_("Shifts of a type"), _("How many early, late or other shifts somebody stands.")),
    }


def _of_rest() -> dict[str, tuple[str, str]]:
    return {
        "min_rest": (_("Rest after certain duties"), _("A longer rest after nights, say, than after other duties.")),
        "weekly_rest": (_("A free stretch each week"), _("A day off each week, as the Labour Law asks.")),
        "days_in_a_row": (_("Days in a row"), _("Not too many days on duty without a break, and not too few.")),
        "nights_in_a_row": (_("Nights in a row"), _("How many nights follow each other.")),
        "days_off_in_a_row": (_("Days off in a row"), _("Days off come in pairs, not one by one.")),
        "rest_after_run": (_("Days off after a run"), _("After several nights in a row some days off.")),
        "whole_weekends": (_("Whole weekends"), _("Saturday and Sunday are both on duty or both off.")),
        "succession": (
            _("What must not follow"),
            _("No early shift the day after a night; as a wish, forward rotation."),
        ),
        "rotation": (_("Fixed rotation"), _("A crew follows a cycle of shifts and days off, such as 四班三运转.")),
    }


def _of_people() -> dict[str, tuple[str, str]]:
    return {
        "leader": (_("A leader on certain shifts"), _("A leader at night, say, or at certain places only.")),
        "not_alone": (_("Nobody alone"), _("A night shift is stood by two or more.")),
        "together": (_("Keep together"), _("These people stand the same shifts.")),
        "apart": (_("Keep apart"), _("These people never stand the same shift.")),
        "new_people": (_("New with experienced"), _("On no shift are there more new people than others.")),
        "mix_gender": (_("Women and men together"), _("A shift is not stood by women alone or men alone.")),
        "mix_affiliation": (_("Affiliations together"), _("A shift is not stood by people of one affiliation alone.")),
        "squad": (_("A crew as a whole"), _("A crew stands a shift with everybody who is free, or not at all.")),
    }


def _of_the_whole() -> dict[str, tuple[str, str]]:
    return {
        "home_area": (_("In the own area"), _("People stand in the area they belong to.")),
        "continuity": (_("Stay at one place"), _("People stand at the checkpoint where they stood last.")),
        "fair_hours": (_("Fair hours"), _("Hours are shared by the days each person is available.")),
        "fair_nights": (_("Fair nights"), _("Nights are shared among all who may do them.")),
        "fair_weekends": (_("Fair weekends"), _("Duties on rest days are shared fairly.")),
        "fair_holidays": (_("Fair holidays"), _("Duties on statutory holidays are shared fairly.")),
        "fair_unpopular": (
            _("Fair share of unpopular duties"),
            _("Any kind of duty that nobody should stand too often."),
        ),
        "statements": (_("What people wish"), _("How heavily unwanted and wanted times weigh.")),
        "turns": (_("Turn queue"), _("Whose turn it is: longest off duty first; private leave loses the turn.")),
        "stability": (
            _("Keep what is published"),
            _("Changes of a published roster are few, those within 48 hours fewest."),
        ),
    }
