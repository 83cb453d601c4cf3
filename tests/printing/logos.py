"""Picture files as people have them for a logo."""

import io

from PIL import Image, ImageDraw


def emblem(kind: str = "PNG", size: tuple[int, int] = (400, 400), mode: str = "RGBA", **how: object) -> bytes:
    """A red disc on nothing, or on white."""
    ground = (255, 255, 255, 0) if mode == "RGBA" else "white"
    picture = Image.new(mode, size, ground)
    ImageDraw.Draw(picture).ellipse((0, 0, size[0] - 1, size[1] - 1), fill="#c01010")
    target = io.BytesIO()
    picture.save(target, kind, **how)
    return target.getvalue()
