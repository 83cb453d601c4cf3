"""Search as typed: by any part of a name, any pinyin, a phone's tail, the affiliation; the index says what one says."""

import random
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roster_app.domain.readings import readings
from roster_app.domain.search import Entry, SearchIndex, means

OUYANG = Entry("欧阳少东", "颐和社区", "ou yang shao dong", "130-0000 0123")
LV = Entry("吕绿", "横三", "lv lv", "13900000456")
ZENG = Entry("曾单", "", "zeng dan", "")
KAZAKH = Entry("阿卜杜热合曼·买买提", "", "a bu du re he man mai mai ti", "")
EVERYBODY = (OUYANG, LV, ZENG, KAZAKH, Entry("Anna O'Neil", "Red Cross", "anna o neil", "82180110"))


@pytest.mark.parametrize(
    "words",
    ["欧阳", "少东", "ouyang", "OuYangShao", "oysd", "ouysd", "oyshd", "shaodong", "sd", "0123", "00000123", "颐和",
     "欧 颐和", "颐和 oysd", "欧阳少东(颐和)", "欧 阳", "ｏｙｓｄ", "ou'yang"],
)  # fmt: skip
def test_a_person_is_found_by(words: str) -> None:
    assert means(words, OUYANG)


@pytest.mark.parametrize("words", ["欧李", "uyang", "ouang", "oyds", "012", "3", "横三", "欧 横三", "yangou", "oysdx"])
def test_a_person_is_not_found_by(words: str) -> None:
    assert not means(words, OUYANG)


@pytest.mark.parametrize("words", ["lv", "lu", "lü", "lvlu", "LÜ", "ll", "lul"])
def test_the_vowel_has_three_spellings(words: str) -> None:
    assert means(words, LV)
    assert not means("lv", Entry("卢", "", "lu"))


@pytest.mark.parametrize("words", ["zengdan", "zd", "cengdan", "cd", "ceng", "cdan"])
def test_a_surname_is_found_by_the_reading_it_does_not_have(words: str) -> None:
    assert means(words, ZENG)


def test_other_readings_keep_the_given_name() -> None:
    assert readings("单于明", "chan yu ming") == ("chan yu ming", "dan yu ming", "shan yu ming")
    assert readings("欧阳单", "ou yang dan") == ("ou yang dan",)
    assert readings("王单", "wang dan") == ("wang dan",)


@pytest.mark.parametrize("words", ["阿卜杜热合曼·买买提", "热合曼 买买提", "曼买买", "曼・买", "abdr", "maimaiti"])
def test_a_name_is_found_with_and_without_its_dot(words: str) -> None:
    assert means(words, KAZAKH)


def test_no_words_mean_everybody() -> None:
    assert SearchIndex(EVERYBODY).find("  ") == frozenset(range(len(EVERYBODY)))
    assert SearchIndex([]).find("a") == frozenset()


def plainly(words: str, entry: Entry) -> bool:
    """One word, tried at every place of every syllable, as one would by hand."""
    if any(words in re.sub(r"[\s·']", "", text).casefold() for text in (entry.name, entry.affiliation)):
        return True
    if words.isdigit() and len(words) > 1:
        return re.sub(r"\D", "", entry.phone).endswith(words)

    def follows(rest: str, syllables: list[str]) -> bool:
        if not rest:
            return True
        longest = len(syllables[0]) if syllables else 0
        heads = (n for n in range(1, longest + 1) if same(rest[:n], syllables[0][:n]))
        return any(follows(rest[n:], syllables[1:]) for n in heads)

    def same(one: str, other: str) -> bool:
        return len(one) == len(other) and all(a == b or (a, b) == ("u", "v") for a, b in zip(one, other, strict=True))

    read = [reading.split() for reading in readings(entry.name, entry.pinyin)]
    return any(follows(words, syllables[n:]) for syllables in read for n in range(len(syllables)))


@given(st.text(alphabet="zheng wuvlo'dans", min_size=1, max_size=6).map(lambda w: re.sub("[ ']", "", w)).filter(bool))
def test_letters_are_beginnings_of_syllables_that_follow_each_other(word: str) -> None:
    assert [means(word, e) for e in EVERYBODY] == [plainly(word, e) for e in EVERYBODY]


@given(st.integers(0, 2**32), st.data())
def test_the_index_says_what_each_person_alone_would(seed: int, data: st.DataObject) -> None:
    chance = random.Random(seed)
    people = [chance.choice(EVERYBODY) for _ in range(chance.randrange(8))]
    words = data.draw(st.sampled_from(["o", "lu", "曾", "01", "ma mai", "颐 ou", "d", "an", "zzz", "红", ""]))

    assert SearchIndex(people).find(words) == {n for n, entry in enumerate(people) if means(words, entry)}
