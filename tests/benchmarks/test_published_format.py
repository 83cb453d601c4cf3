"""The published format is read in full, and what is wrong in a file is said with its line."""

from pathlib import Path

import pytest
from tiny_instances import PUBLISHED

from benchmarks.engine.published import BadInstance, Cover, Kind, Request, parse, read


def test_every_section_is_read() -> None:
    instance = parse(PUBLISHED)

    assert instance.days == 14
    assert instance.kinds == (Kind("D", 480), Kind("N", 600, frozenset({"D"})))
    assert [person.id for person in instance.people] == ["A", "B", "C"]
    assert instance.days_off == {"A": {7}, "B": {1, 2}}
    assert instance.on == (Request("A", 0, "D", 2), Request("A", 1, "D", 3), Request("C", 9, "D", 4))
    assert instance.off == (Request("A", 5, "D", 7), Request("B", 4, "N", 1))
    assert instance.cover[:3] == (Cover(0, "D", 1, 100, 1), Cover(0, "N", 0, 50, 0), Cover(1, "D", 2, 100, 1))


def test_a_person_has_every_limit_in_its_place() -> None:
    person = parse(PUBLISHED).people[1]

    assert person.max_shifts == {"D": 14, "N": 5}
    assert (person.max_minutes, person.min_minutes) == (6000, 1440)
    assert (person.max_work_run, person.min_work_run, person.min_free_run, person.max_weekends) == (4, 1, 3, 2)


def test_sections_nobody_needs_may_be_missing() -> None:
    told = PUBLISHED
    for section in ("DAYS_OFF", "SHIFT_ON_REQUESTS", "SHIFT_OFF_REQUESTS"):
        start = told.index(f"SECTION_{section}")
        told = told[:start] + told[told.index("\nSECTION_", start) + 1 :]
    instance = parse(told)

    assert not instance.days_off
    assert not instance.on
    assert not instance.off


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("# days\n14", "# days\nfourteen", "line 5: 'fourteen' cannot be read"),
        ("# days\n14", "# days\n0", "line 5: the horizon is one number of days"),
        ("D,480,\n", "D,eight,\n", "line 9: 'D,eight,' cannot be read"),
        ("C,D=5|N=0,4800,0,5,2,2,1", "C,D=5|N=0,4800,0,5,2,2", "line 16: .* cannot be read"),
        ("A,7\n", "A,70\n", "day 70 is not of this instance"),
        ("B,1,2\n", "X,1,2\n", "person 'X' is not of this instance"),
        ("N,600,D", "N,600,E", "shift type 'E' is not of this instance"),
        ("C,9,D,4", "C,9,D", "line 27: 'C,9,D' cannot be read"),
        ("B,D=14", "A,D=14", "person 'A' is told twice"),
        ("0,N,0,50,0\n", "0,D,0,50,0\n", "is told twice"),
        ("SECTION_COVER", "SECTION_COVERS", "SECTION_COVER is missing or empty"),
        ("# Comments", "Comments", "line 1: .* stands before the first section"),
    ],
)
def test_what_is_wrong_is_said_with_its_place(old: str, new: str, said: str) -> None:
    assert old in PUBLISHED

    with pytest.raises(BadInstance, match=said):
        parse(PUBLISHED.replace(old, new, 1))


def test_a_file_that_is_no_text_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "Instance0.txt"
    path.write_bytes(b"\xff\xfe\x00")

    with pytest.raises(BadInstance, match="not a text file"):
        read(path)


def test_the_real_instances_are_read(published_folder: Path) -> None:
    for path in published_folder.glob("*.txt"):
        instance = read(path)

        assert instance.days % 7 == 0
        assert len(instance.cover) == instance.days * len(instance.kinds), path.name
        assert all(person.max_shifts.keys() == {kind.id for kind in instance.kinds} for person in instance.people)
