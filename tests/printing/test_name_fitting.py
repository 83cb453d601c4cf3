"""Names are set whole into any frame: one line, condensed, broken between parts, smaller."""

from hypothesis import given
from hypothesis import strategies as st

from roster_app.printing.fitting import (
    NARROWEST,
    Frame,
    Name,
    Piece,
    Setting,
    fit_name,
    line_height,
    parts_of,
    spread,
)


def ems(text: str) -> float:
    """Widths as those of the bundled type: Chinese one em, others about half."""
    return sum(1.0 if c >= "\u2e80" or c == "·" else 0.55 for c in text)


parts = st.text(st.sampled_from("王欧阳雪梅买提abcMW"), min_size=1, max_size=12)
joints = st.sampled_from(["·", " ", "•"])
names = st.builds(
    lambda first, rest: first + "".join(joint + part for joint, part in rest),
    parts,
    st.lists(st.tuples(joints, parts), max_size=6),
)
marks = st.one_of(st.just(""), st.text(st.sampled_from("颐和官路村党支部"), min_size=1, max_size=14).map("({})".format))
frames = st.builds(Frame, st.floats(30, 300), st.floats(12, 120))
sizes = st.integers(12, 44).map(float)


def width(line: tuple[Piece, ...]) -> float:
    return sum(ems(piece.text) * piece.size * piece.scale for piece in line)


def without_blanks(setting: Setting) -> str:
    return "".join(piece.text for line in setting.lines for piece in line).replace(" ", "")


@given(names, marks, frames, sizes)
def test_nothing_of_a_name_is_ever_cut(name: str, mark: str, frame: Frame, size: float) -> None:
    setting = fit_name(Name(name, mark), frame, size, ems)
    assert without_blanks(setting) == (name + mark).replace(" ", "")


@given(names, marks, frames, sizes)
def test_a_name_stays_inside_its_frame(name: str, mark: str, frame: Frame, size: float) -> None:
    setting = fit_name(Name(name, mark), frame, size, ems)
    assert all(width(line) <= frame.width + 0.01 for line in setting.lines)
    assert sum(line_height(line) for line in setting.lines) <= frame.height + 0.01
    assert NARROWEST <= setting.scale <= 1
    assert setting.size <= size


@given(names, frames, sizes)
def test_a_name_is_broken_only_after_a_dot_or_at_a_blank(name: str, frame: Frame, size: float) -> None:
    setting = fit_name(Name(name), frame, size, ems)
    whole = parts_of(name)
    lines = [line[0].text for line in setting.lines]
    assert [part for line in lines for part in parts_of(line)] == list(whole)


@given(names, marks, frames, sizes)
def test_a_larger_frame_never_makes_a_name_smaller(name: str, mark: str, frame: Frame, size: float) -> None:
    larger = Frame(frame.width * 1.3, frame.height * 1.3)
    assert fit_name(Name(name, mark), larger, size, ems).size >= fit_name(Name(name, mark), frame, size, ems).size


@given(names, st.floats(1, 3), sizes)
def test_a_name_that_fits_on_one_line_is_left_alone(name: str, room: float, size: float) -> None:
    line = " ".join(name.split())
    frame = Frame(ems(line) * size * room + 0.01, size * 1.1 * room)
    assert fit_name(Name(name), frame, size, ems) == Setting(((Piece(line, size),),))


def test_a_little_too_wide_is_condensed() -> None:
    setting = fit_name(Name("欧阳雪梅"), Frame(100, 60), 28, ems)
    assert setting == Setting(((Piece("欧阳雪梅", 28, 0.892),),))


def test_wider_is_broken_after_the_dot() -> None:
    setting = fit_name(Name("阿卜杜热合曼·买买提"), Frame(200, 80), 28, ems)
    assert [line[0].text for line in setting.lines] == ["阿卜杜热合曼·", "买买提"]
    assert setting.size == 28


def test_a_blank_at_the_break_is_gone_and_dots_keep_none() -> None:
    setting = fit_name(Name("Maria del Carmen"), Frame(90, 80), 20, ems)
    assert [line[0].text for line in setting.lines] == ["Maria del", "Carmen"]


def test_only_then_it_gets_smaller_and_lines_are_kept_few() -> None:
    setting = fit_name(Name("阿卜杜热合曼·买买提"), Frame(100, 44), 28, ems)
    assert len(setting.lines) == 2
    assert 17 < setting.size < 19
    assert setting.scale == NARROWEST


def test_a_mark_gives_way_before_the_name() -> None:
    setting = fit_name(Name("张伟", "(官路村党支部)"), Frame(140, 46), 28, ems)
    name, mark = setting.lines[0]
    assert (name.text, name.size, name.scale) == ("张伟", 28, 1)
    assert mark.size < 28 / 2


def test_a_mark_too_long_for_the_line_stands_below_it() -> None:
    setting = fit_name(Name("张伟", "(社区卫生服务中心)"), Frame(80, 60), 28, ems)
    assert [[piece.text for piece in line] for line in setting.lines] == [["张伟"], ["(社区卫生服务中心)"]]
    assert setting.name_lines == setting.lines[:1]


def test_only_two_characters_are_spread() -> None:
    assert [spread(name) for name in ("张三", "黄𬀩", "王建国", "Bo")] == ["张\u3000三", "黄\u3000𬀩", "王建国", "Bo"]
