"""Who of the team an entry means: exact > alias > pinyin > one character off, which is offered and never taken."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from roster_app.domain.chains import Chain, ChainEntry, ChainLine, ChainQuestion, LineVerdict, QuestionKind, weightiest
from roster_app.domain.names import name_key, one_apart, slips
from roster_app.exchange.pinyin import pinyin_of

_MOST_OFFERED = 5


@dataclass(frozen=True, slots=True)
class KnownPerson:
    """Somebody of the team, by all names they are known by."""

    name: str
    phone: str = ""
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Meant:
    """Who a name means: the one person, or those who could be offered; `kind` is what there is to tell about it."""

    person: KnownPerson | None = None
    kind: QuestionKind | None = None
    offered: tuple[str, ...] = ()


def resolve_people(chain: Chain, people: Iterable[KnownPerson]) -> Chain:
    """The chain with its people resolved; whoever is nobody of the team gets the verdict UNKNOWN."""
    team = Team(people)
    entries, questions = list[ChainEntry](), dict.fromkeys(chain.questions)
    for entry in chain.entries:
        resolved, question = _resolved(entry, team)
        entries.append(resolved)
        if question:
            questions[question] = None
    entries, kept = _once(entries, list(questions))
    return replace(chain, entries=tuple(entries), questions=tuple(kept), lines=_lines(chain, entries))


def _once(entries: list[ChainEntry], questions: list[ChainQuestion]) -> tuple[list[ChainEntry], list[ChainQuestion]]:
    """Two names of one line that mean the same person for the same time are one entry, and no question."""
    if len({(entry.line, entry.person) for entry in entries}) == len(entries):
        return entries, questions
    kept: dict[object, ChainEntry] = {}
    for entry in entries:
        key = entry.lines, entry.number, entry.person, entry.dates, entry.shifts, entry.start, entry.end, entry.slot
        first = kept.setdefault(key if entry.person else id(entry), entry)
        if first is not entry:
            names = {first.written, entry.written}
            questions = [q for q in questions if not _asks_who(q, first.line, names)]
            asked = any(q.line in first.lines for q in questions)
            verdict = LineVerdict.OK if first.verdict is LineVerdict.ASK and not asked else first.verdict
            kept[key] = replace(first, phone=first.phone or entry.phone, verdict=verdict)
    return list(kept.values()), questions


def _asks_who(question: ChainQuestion, line: int, names: Collection[str]) -> bool:
    return question.kind is QuestionKind.NAME and question.line == line and question.text in names


def _resolved(entry: ChainEntry, team: "Team") -> tuple[ChainEntry, ChainQuestion | None]:
    if not entry.person:
        return entry, None
    meant = team.meant(entry.person, entry.phone or "")
    question = ChainQuestion(entry.line, meant.kind, entry.person, meant.offered) if meant.kind else None
    if meant.person is not None:
        same = entry.person == meant.person.name
        return (entry if same else replace(entry, person=meant.person.name)), question
    quiet = entry.verdict in (LineVerdict.WITHDRAWN, LineVerdict.STANDBY)
    several = meant.kind is QuestionKind.SEVERAL_PEOPLE
    verdict = entry.verdict if quiet else LineVerdict.ASK if several else LineVerdict.UNKNOWN
    return (entry if verdict is entry.verdict else replace(entry, verdict=verdict)), question


def _lines(chain: Chain, entries: Sequence[ChainEntry]) -> tuple[ChainLine, ...]:
    said: dict[int, list[LineVerdict]] = defaultdict(list)
    for entry in entries:
        for line in entry.lines:
            said[line].append(entry.verdict)
    return tuple(
        replace(line, verdict=weightiest(said[line.line])) if line.line in said else line for line in chain.lines
    )


class Team:
    """The people of a team, indexed by their names, aliases and sounds."""

    def __init__(self, people: Iterable[KnownPerson]) -> None:
        self.people = tuple(people)
        self._by_name = _index((name_key(p.name), p) for p in self.people)
        self._by_alias = _index((name_key(alias), p) for p in self.people for alias in p.aliases)
        self._by_sound = _index((_sound(p.name), p) for p in self.people)
        self._by_slip = _index((slip, p) for p in self.people for slip in _slips(p.name))
        self._known: dict[tuple[str, str], Meant] = {}

    def meant(self, written: str, phone: str = "") -> Meant:
        """Who is meant; of namesakes, the one with the phone."""
        if (written, phone) not in self._known:
            self._known[written, phone] = self._meant(written, phone)
        return self._known[written, phone]

    def _meant(self, written: str, phone: str) -> Meant:
        key = name_key(written)
        if found := self._by_name.get(key) or self._by_alias.get(key):
            return _one_of(found, phone, None)
        if found := self._by_sound.get(_sound(written)):
            return _one_of(found, phone, QuestionKind.SAME_SOUND if _is_han(written) else None)
        near = dict.fromkeys(islice(self._near(written), _MOST_OFFERED))
        if near:
            return Meant(None, QuestionKind.NEAR_NAME, tuple(near))
        return Meant()

    def _near(self, written: str) -> Iterator[str]:
        """Different names one character off; those with the first character first."""
        slips = sorted(_slips(written), key=lambda slip: slip[:1] == "?")
        likely = dict.fromkeys(p.name for slip in slips for p in self._by_slip.get(slip, ()))
        return (name for name in likely if one_apart(written, name))


def _one_of(found: Sequence[KnownPerson], phone: str, kind: QuestionKind | None) -> Meant:
    if len(found) > 1:
        found = [p for p in found if phone and p.phone == phone] or found
    if len(found) == 1:
        return Meant(found[0], kind, (found[0].name,) if kind else ())
    return Meant(None, QuestionKind.SEVERAL_PEOPLE, tuple(_told_apart(p) for p in found[:_MOST_OFFERED]))


def _told_apart(person: KnownPerson) -> str:
    return f"{person.name} {person.phone[-4:]}" if person.phone else person.name


def _index(pairs: Iterable[tuple[str, KnownPerson]]) -> Mapping[str, list[KnownPerson]]:
    found: dict[str, list[KnownPerson]] = defaultdict(list)
    for key, person in pairs:
        if key and person not in found[key]:
            found[key].append(person)
    return dict(found)


def _slips(name: str) -> set[str]:
    """Forms that two names one character off share; two-character names have them, too."""
    key = name_key(name)
    return slips(name) | ({f"{key[0]}?", f"?{key[1]}"} if len(key) == 2 else set())


def _sound(name: str) -> str:
    return "".join(pinyin_of(name).split())


def _is_han(text: str) -> bool:
    return any("\u3400" <= c <= "\u9fff" for c in text)
