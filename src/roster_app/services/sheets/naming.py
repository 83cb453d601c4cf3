"""What the file of a sheet is called."""

import re

from roster_app.domain.privacy import Profile
from roster_app.domain.sheet_kinds import SheetKind
from roster_app.domain.team import Directory
from roster_app.i18n import _, ngettext
from roster_app.services.sheets.orders import SheetOrder


def file_name(order: SheetOrder, directory: Directory) -> str:
    """A name a folder can be searched by: 横三突击队 横岗卡口 签到表 2020-04-06至2020-04-12.pdf.

    The leader's copy says 内部 and a public notice 公示, so that neither lies there under the name of the posted one; a
    change sheet says of which edition it tells the changes. What is about one person alone is called by the name.
    """
    places = [directory.checkpoint[c].name for c in order.checkpoint_ids if c in directory.checkpoint]
    kind = {
        SheetKind.WALL: _("duty roster {paper}").format(paper=order.paper.value),
        SheetKind.DUTY: _("sign-in sheets"),
        SheetKind.CHANGE: _("change sheet"),
        SheetKind.MONTH: _("monthly roster {paper}").format(paper=order.paper.value),
        SheetKind.PEOPLE: _("duties by person {paper}").format(paper=order.paper.value),
        SheetKind.LIST: _("duty list {paper}").format(paper=order.paper.value),
        SheetKind.SLIPS: _("personal slips"),
        SheetKind.HANDOVER: _("hand-over records"),
        SheetKind.CONTACTS: _("contact list"),
        SheetKind.HOURS: _("statement of hours"),
        SheetKind.CERTIFICATE: _("certificate of service"),
        SheetKind.STATISTICS: _("statistics of duty"),
    }[order.kind]
    words = [
        directory.team.name,
        *places[:1],
        kind,
        *_people_words(order, directory),
        *([_("to edition {number}").format(number=order.since)] if order.since is not None else []),
        *(_profile_words(order.shown_as) if order.kind is not SheetKind.CERTIFICATE else ()),
        _("{first} to {last}").format(first=order.first.isoformat(), last=order.last.isoformat()),
    ]
    return re.sub(r'[\\/:*?"<>|\x00-\x1f]', "_", " ".join(words)) + ".pdf"


def _people_words(order: SheetOrder, directory: Directory) -> list[str]:
    """张伟, or how many they are; a public notice names nobody in its file's name either."""
    people = order.people
    if len(people) > 1:
        return [ngettext("{count} person", "{count} people", len(people)).format(count=len(people))]
    if order.shown_as is Profile.PUBLIC:
        return []
    return [directory.name[who] for who in people if who in directory.name]


def _profile_words(profile: Profile) -> list[str]:
    return {Profile.INTERNAL: [_("internal")], Profile.POSTED: [], Profile.PUBLIC: [_("public notice")]}[profile]
