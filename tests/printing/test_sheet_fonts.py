"""Every character is drawn by an embedded face, and can be copied out of the document again."""

from collections.abc import Callable
from pathlib import Path

import pytest
from paper_reading import readers, type_case, unembedded_fonts

from roster_app.printing.fitting import Frame
from roster_app.printing.fonts import SUBSTITUTE, Face, Run, fonts, to_unicode_map
from roster_app.printing.surface import Surface, surface

A4 = Frame(595, 842)


def written(path: Path, lines: list[str], face: Face = Face.REGULAR) -> Path:
    """A document with these lines, thirty to a page."""
    with surface(path, "字") as sheet:
        for start in range(0, len(lines), 30):
            sheet.begin_page(A4)
            for row, line in enumerate(lines[start : start + 30]):
                sheet.text(40, 40 + row * 25, line, 12, face)
            sheet.end_page()
    return path


def chinese_characters() -> list[str]:
    """All ideographs of the bundled type, those beyond the BMP included: more than the national table of 8,105."""
    ideographs = [*range(0x3400, 0xA000), *range(0x20000, 0x30000)]
    return [chr(c) for c in ideographs if not type_case().missing(chr(c))]


def test_the_type_holds_far_more_than_the_national_table() -> None:
    characters = chinese_characters()
    assert len(characters) > 25_000
    assert {*"䶮㛃喆堃犇玥翀𬀩𣸣"} <= set(characters)


@pytest.mark.parametrize("read", readers())
@pytest.mark.parametrize("face", list(Face))
def test_every_chinese_character_is_copied_out_as_it_was_put_in(
    tmp_path: Path, face: Face, read: Callable[[Path], str]
) -> None:
    characters = chinese_characters()
    lines = ["".join(characters[start : start + 40]) for start in range(0, len(characters), 40)]
    copied = read(written(tmp_path / "all.pdf", lines, face))
    assert "".join(copied.split()) == "".join(lines)


def test_every_font_is_embedded(tmp_path: Path) -> None:
    path = written(tmp_path / "two.pdf", ["黄𬀩 Helvetica 138****1234"])
    assert unembedded_fonts(path) == []
    assert b"Helvetica" not in path.read_bytes()


def test_what_no_face_has_becomes_a_geta_mark_and_is_reported() -> None:
    assert fonts().runs("张𡃁", Face.BOLD) == (Run(Face.BOLD, "张" + SUBSTITUTE),)
    assert fonts().missing("张𡃁𡃁☑") == "𡃁☑"


def test_what_has_no_shape_is_passed_over() -> None:
    """A variation selector chooses a shape of the character before it; a joiner or an order mark draws nothing."""
    assert fonts().runs("葛\U000e0100\u200b\ufeff", Face.REGULAR) == (Run(Face.REGULAR, "葛"),)
    assert fonts().missing("葛\U000e0100\u200b") == ""


def test_blanks_of_every_kind_are_drawn() -> None:
    assert fonts().runs("张\u3000三\u00a0\t李", Face.REGULAR) == (Run(Face.REGULAR, "张\u3000三  李"),)


def test_widths_are_those_of_the_face() -> None:
    assert fonts().ems("张三") == 2.0
    assert fonts().ems("1", Face.BOLD) > fonts().ems("1", Face.REGULAR)


def test_characters_beyond_the_bmp_are_mapped_to_surrogates() -> None:
    mapped = to_unicode_map("F", [0, ord("黄"), ord("𬀩")])
    assert "<01> <9EC4>" in mapped
    assert "<02> <D870DC29>" in mapped


def test_no_block_of_a_map_is_longer_than_readers_take() -> None:
    mapped = to_unicode_map("F", list(range(256)))
    counts = [int(line.split()[0]) for line in mapped.splitlines() if line.endswith("beginbfchar")]
    assert sum(counts) == 255
    assert max(counts) <= 100


def test_the_same_drawing_gives_the_same_bytes(tmp_path: Path) -> None:
    first = written(tmp_path / "a.pdf", ["王建国"]).read_bytes()
    assert written(tmp_path / "b.pdf", ["王建国"]).read_bytes() == first


def test_a_document_says_its_language_and_its_title(tmp_path: Path, chinese: str) -> None:
    content = written(tmp_path / "a.pdf", ["王"]).read_bytes()
    assert b"/Lang (zh-CN)" in content
    assert b"/DisplayDocTitle true" in content
    assert "字".encode("utf-16-be") in content.replace(b"\\\\", b"\\")


def test_a_drawing_that_fails_leaves_no_document_and_no_lock(tmp_path: Path) -> None:
    def fail(sheet: Surface) -> None:
        raise OSError("printer on fire")

    with pytest.raises(OSError, match="printer on fire"), surface(tmp_path / "a.pdf", "t") as sheet:
        fail(sheet)
    assert not (tmp_path / "a.pdf").exists()
    assert written(tmp_path / "b.pdf", ["王"]).exists()
