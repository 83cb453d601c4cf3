"""核对张贴 by photograph: the symbols on a page are read however it was held, and what cannot be read is told why."""

import io
import itertools
from pathlib import Path

import pytest
import zxingcpp
from desk_cases import FIRST, LAST, Office
from photographs import Camera, photograph, rendered
from PIL import Image, ImageFilter

from roster_app.domain.edits import assign
from roster_app.domain.errors import DomainError, ErrorCode
from roster_app.domain.posting import Standing, codes_on
from roster_app.domain.roster import Edition, RosterPeriod
from roster_app.printing import photo
from roster_app.services.sheets import COUNTED, MONTHLY, PaperSize, SheetKind, SheetOrder
from roster_app.services.words import sentence_of_error

BARE = COUNTED | {SheetKind.CONTACTS, SheetKind.SLIPS}
"""The list of contacts and the sheets of hours carry no symbol, slips carry one for a calendar."""
LARGE = MONTHLY | {SheetKind.WALL}
SHEETS = [
    (kind, paper) for kind, paper in itertools.product(SheetKind, PaperSize) if kind in LARGE or paper is PaperSize.A4
]


@pytest.fixture
def period(office: Office) -> RosterPeriod:
    """Published, changed on the first morning, and published again."""
    made = office.period()
    office.services.rostering.publish(made.id)
    opened = office.open(made)
    edit = assign(opened.roster, office.duty(opened, FIRST, 8), office.people[0].id)
    office.services.rostering.apply_edit(made.id, edit)
    return made


@pytest.fixture
def edition(office: Office, period: RosterPeriod) -> Edition:
    return office.services.rostering.publish(period.id)


def sheet(office: Office, edition: Edition, folder: Path, kind: SheetKind, paper: PaperSize = PaperSize.A4) -> Path:
    path = folder / f"{kind}-{paper}.pdf"
    last = FIRST if kind in (SheetKind.DUTY, SheetKind.HANDOVER) else LAST
    office.services.sheets.print(edition.period_id, SheetOrder(kind, FIRST, last, paper=paper), path)
    return path


@pytest.mark.parametrize(("kind", "paper"), [(k, p) for k, p in SHEETS if k not in BARE])
def test_every_sheet_with_a_symbol_is_read_at_150_dpi_out_of_focus(
    office: Office, edition: Edition, tmp_path: Path, kind: SheetKind, paper: PaperSize
) -> None:
    page = rendered(sheet(office, edition, tmp_path, kind, paper), dpi=150)
    for blur in (0, 0.8):
        (found,) = zxingcpp.read_barcodes(page.filter(ImageFilter.GaussianBlur(blur)))
        assert codes_on([found.text]) == tuple(edition.check_codes.values())


@pytest.mark.parametrize("kind", sorted(BARE))
def test_what_is_not_posted_says_no_code(office: Office, edition: Edition, tmp_path: Path, kind: SheetKind) -> None:
    with pytest.raises(DomainError) as refused:
        office.services.posting.check_photo(office.team_id, sheet(office, edition, tmp_path, kind).read_bytes())
    assert refused.value.code is ErrorCode.NO_CODE_ON_PHOTO
    assert ("not those of a roster" in sentence_of_error(refused.value)) is (kind is SheetKind.SLIPS)


CAMERAS = {
    "askew and out of focus": Camera(turned=12, blur=1.0),
    "upside down": Camera(turned=175, blur=1.2, light=0.7),
    "from below, a shadow over it": Camera(turned=-8, skew=0.25, blur=1.0, shade=0.5),
    "at night": Camera(light=0.35, shade=0.5, blur=1.0, noise=6, quality=60),
    "an old telephone": Camera(side=2400, turned=5, skew=0.1, blur=0.8),
    "held aslant": Camera(turned=45, skew=0.15, blur=1.0),
}


@pytest.mark.parametrize("camera", CAMERAS)
@pytest.mark.parametrize("paper", list(PaperSize))
def test_a_photograph_of_a_wall_roster_is_answered(
    office: Office, edition: Edition, tmp_path: Path, paper: PaperSize, camera: str
) -> None:
    page = rendered(sheet(office, edition, tmp_path, SheetKind.WALL, paper), dpi=200)
    answer = office.services.posting.check_photo(office.team_id, photograph(page, CAMERAS[camera]))
    assert answer.unknown is None
    assert [s.posted.code for s in answer.sheets] == list(edition.check_codes.values())
    assert answer.sheets[0].standing is Standing.IN_FORCE


def test_several_sheets_on_one_picture_are_all_answered(office: Office, period: RosterPeriod, tmp_path: Path) -> None:
    second = office.services.rostering.publish(period.id)
    pages = [rendered(sheet(office, second, tmp_path, SheetKind.WALL), dpi=150)]
    later = office.period(LAST.replace(day=13), LAST.replace(day=14))
    third = office.services.rostering.publish(later.id)
    path = tmp_path / "later.pdf"
    office.services.sheets.print(later.id, SheetOrder(SheetKind.DUTY, later.first, later.first), path)
    pages.append(rendered(path, dpi=150))
    wall = Image.new("RGB", (sum(p.width for p in pages), max(p.height for p in pages)), (190, 184, 170))
    for page, x in zip(pages, (0, pages[0].width), strict=True):
        wall.paste(page, (x, 0))
    answer = office.services.posting.check_photo(office.team_id, photograph(wall, Camera(turned=3, blur=0.8)))
    assert {s.posted.period_id for s in answer.sheets} == {period.id, later.id}
    assert {s.posted.code for s in answer.sheets} == {*second.check_codes.values(), *third.check_codes.values()}


def test_a_pdf_file_is_looked_at_page_by_page(office: Office, edition: Edition, tmp_path: Path) -> None:
    path = sheet(office, edition, tmp_path, SheetKind.DUTY)
    (found,) = office.services.posting.check_photo(office.team_id, path.read_bytes()).sheets
    assert found.posted.checkpoint_id == office.checkpoint.id


def test_a_sheet_of_another_team_is_told_as_unknown(office: Office, edition: Edition, tmp_path: Path) -> None:
    another = office.services.teams.create("another team", "", "")
    content = sheet(office, edition, tmp_path, SheetKind.WALL).read_bytes()
    with pytest.raises(DomainError) as refused:
        office.services.posting.check_photo(another.id, content)
    assert refused.value.code is ErrorCode.UNKNOWN_CHECK_CODE


def png(size: tuple[int, int]) -> bytes:
    return kept(Image.new("L", size, 255))


def kept(picture: Image.Image) -> bytes:
    """The picture as a file."""
    file = io.BytesIO()
    picture.save(file, "PNG")
    return file.getvalue()


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "no picture that can be read"),
        ("校验码".encode(), "no picture that can be read"),
        (b"%PDF-1.7 torn", "no picture that can be read"),
        (png((60, 40))[:-30], "no picture that can be read"),
        (png((60, 40)), "Go closer"),
        (png((1, 1)), "Go closer"),
    ],
)
def test_what_cannot_be_read_is_told_with_the_way_out(office: Office, content: bytes, words: str) -> None:
    with pytest.raises(DomainError) as refused:
        office.services.posting.check_photo(office.team_id, content)
    assert words in sentence_of_error(refused.value)
    assert "type the code" in sentence_of_error(refused.value)


def test_what_is_absurdly_large_is_refused_before_it_is_unpacked(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(photo, "MOST_PIXELS", 2000)
    with pytest.raises(DomainError) as pixels:
        office.services.posting.check_photo(office.team_id, png((60, 40)))
    monkeypatch.setattr(photo, "MOST_FILE_BYTES", 1024)
    with pytest.raises(DomainError) as size:
        office.services.posting.check_photo(office.team_id, bytes(1025))
    assert "60 × 40 pixels" in sentence_of_error(pixels.value)
    assert size.value.facts["reason"] == "file"
