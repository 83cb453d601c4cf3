"""Running text breaks where Chinese and English may break, and labels fit their cells."""

from hypothesis import given
from hypothesis import strategies as st

from roster_app.printing.fitting import Frame
from roster_app.printing.wrapping import can_stack, fit_line, fit_text, stacked, wrap


def ems(text: str) -> float:
    return sum(1.0 if c >= "\u2e80" else 0.55 for c in text)


texts = st.text(st.sampled_from("粗体为值班长，。（）签到abc DEF "), min_size=1, max_size=60)


@given(texts, st.floats(40, 400))
def test_wrapping_loses_no_letter_and_keeps_the_width(text: str, width: float) -> None:
    lines = wrap(text, width, 10, ems)
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert all(ems(line) * 10 <= width + 30 for line in lines), "three closing marks may hang over"


def test_closing_marks_never_begin_a_line_and_opening_ones_never_end_one() -> None:
    for width in range(30, 120):
        lines = wrap("签到、签退（实际时间）填写；离岗（返岗）重签。", width, 10, ems)
        assert not any(line[0] in "、；）。" for line in lines)
        assert not any(line.endswith("（") for line in lines)


def test_english_words_stay_whole() -> None:
    assert wrap("leave only after your relief", 80, 10, ems) == ("leave only", "after your", "relief")


def test_a_label_hardly_shrinks_to_stay_on_one_line() -> None:
    setting = fit_text("社区卫生服务中心", Frame(70, 40), 10, ems)
    assert [line[0].text for line in setting.lines] == ["社区卫生服务中心"]
    assert setting.size >= 8


def test_a_label_shrinks_rather_than_tear_a_word_apart() -> None:
    setting = fit_text("Temperature check", Frame(45, 40), 11, ems)
    assert [line[0].text for line in setting.lines] == ["Temperature", "check"]


def test_lines_of_a_label_are_of_nearly_one_length() -> None:
    setting = fit_text("出入登记与返穗登记", Frame(50, 60), 10, ems)
    assert [line[0].text for line in setting.lines] == ["出入登记与", "返穗登记"]


def test_lines_of_a_paragraph_are_filled() -> None:
    setting = fit_text("未经批准不得换班、离岗；值班电话不得转接", Frame(120, 60), 10, ems, balanced=False)
    assert [line[0].text for line in setting.lines] == ["未经批准不得换班、离岗；", "值班电话不得转接"]


@given(texts.filter(str.strip), st.floats(30, 200), st.floats(8, 60))
def test_a_fitted_text_is_whole_and_inside_unless_it_is_tiny(text: str, width: float, height: float) -> None:
    setting = fit_text(text, Frame(width, height), 12, ems)
    assert "".join("".join(line[0].text for line in setting.lines).split()) == "".join(text.split())
    assert setting.size <= 3 or setting.height <= height + 0.01


def test_a_line_shrinks_to_its_width() -> None:
    setting = fit_line("宋屋村卡口值班表", 80, 20, ems)
    assert setting.size == 10


def test_chinese_labels_are_stacked_and_others_are_not() -> None:
    assert [can_stack(name) for name in ("宋屋村卡口", "第1卡口", "第12卡口", "North gate", "卡口（东）")] == [
        True,
        True,
        False,
        False,
        False,
    ]
    assert [line[0].text for line in stacked("东门", 100, 20).lines] == ["东", "门"]
    assert stacked("宋屋村卡口", 50, 20).height <= 50
