"""Logos: what is taken, how it is made small and clean, and what is refused in words that say why."""

import io
import random
import zlib

import pytest
from logos import emblem
from PIL import Image

from roster_app import i18n
from roster_app.domain.errors import DomainError
from roster_app.domain.stationery import MOST_LOGO_BYTES
from roster_app.printing.logo import MOST_FILE_BYTES, logo
from roster_app.services.words import sentence_of_error


def opened(content: bytes) -> Image.Image:
    return Image.open(io.BytesIO(content))


def refusal(content: bytes) -> DomainError:
    with pytest.raises(DomainError) as refused:
        logo(content)
    return refused.value


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_a_picture_stays_what_it_is(kind: str) -> None:
    made = opened(logo(emblem(kind, mode="RGB")))
    assert (made.format, made.size) == (kind, (320, 320))
    red, green, blue = made.getpixel((160, 160))
    assert red > 150 > 60 > max(green, blue)


def test_a_transparent_ground_becomes_paper() -> None:
    made = opened(logo(emblem()))
    assert (made.mode, made.getpixel((0, 0))) == ("RGB", (255, 255, 255))


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "I;16", "CMYK"])
def test_every_way_of_colouring_is_understood(mode: str) -> None:
    target = io.BytesIO()
    Image.new(mode, (64, 32)).save(target, "JPEG" if mode == "CMYK" else "PNG")
    assert opened(logo(target.getvalue())).size == (64, 32)


def test_a_wide_logo_keeps_its_shape() -> None:
    assert opened(logo(emblem(size=(2000, 400)))).size == (800, 160)


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_however_much_there_is_in_a_picture_it_stays_small(kind: str) -> None:
    noise = Image.frombytes("RGB", (900, 900), random.Random(7).randbytes(900 * 900 * 3))
    target = io.BytesIO()
    noise.save(target, kind)
    assert len(logo(target.getvalue())) <= MOST_LOGO_BYTES


def test_a_photograph_is_turned_upright_and_tells_nothing_of_where_it_was_taken() -> None:
    remarks = Image.Exif()
    remarks[0x0112] = 6  # held upright
    remarks[0x010E] = "at home"
    content = emblem("JPEG", (300, 100), "RGB", exif=remarks)
    assert b"at home" in content
    made = logo(content)
    assert opened(made).size == (100, 300)
    assert b"at home" not in made


def test_the_same_file_gives_the_same_logo() -> None:
    assert logo(emblem()) == logo(emblem())


@pytest.mark.parametrize("kind", ["GIF", "BMP", "WEBP", "TIFF"])
def test_other_kinds_are_refused(kind: str) -> None:
    assert refusal(emblem(kind, mode="RGB")).facts["reason"] == "kind"


@pytest.mark.parametrize(
    "content",
    [b"", b"no picture", b"%PDF-1.7", emblem()[:300], emblem("JPEG", mode="RGB")[:600], b"\x89PNG\r\n\x1a\n"],
    ids=["nothing", "words", "a document", "half a PNG", "half a JPEG", "the head of a PNG"],
)
def test_what_is_no_picture_is_refused(content: bytes) -> None:
    assert refusal(content).facts["reason"] == "unreadable"


def bomb(width: int, height: int) -> bytes:
    """A PNG that claims to be so large."""

    def chunk(name: bytes, body: bytes) -> bytes:
        return len(body).to_bytes(4, "big") + name + body + zlib.crc32(name + body).to_bytes(4, "big")

    head = width.to_bytes(4, "big") + height.to_bytes(4, "big") + bytes((8, 2, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"")) + chunk(b"IEND", b"")


@pytest.mark.parametrize("size", [(10_000, 10_000), (60_000, 60_000)])
def test_a_file_that_claims_to_be_huge_is_not_unpacked(size: tuple[int, int]) -> None:
    assert refusal(bomb(*size)).facts["reason"] in ("pixels", "unreadable")


def test_a_huge_file_is_not_even_looked_at() -> None:
    assert refusal(bytes(MOST_FILE_BYTES + 1)).facts == {"reason": "file", "limit": 10}


def test_each_refusal_says_what_to_do(request: pytest.FixtureRequest) -> None:
    request.addfinalizer(lambda: i18n.install("en"))
    sentences = set()
    for language in i18n.LANGUAGES:
        i18n.install(language)
        for content in (emblem("GIF", mode="RGB"), b"", bomb(10_000, 10_000), bytes(MOST_FILE_BYTES + 1)):
            sentences.add(sentence_of_error(refusal(content)))
    assert len(sentences) == 8
    assert not any("{" in sentence for sentence in sentences)
