"""Photographs of sheets that nobody took: a page lies askew on a desk, unevenly lit, out of focus, kept as JPEG."""

import io
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pypdfium2
from PIL import Image, ImageEnhance, ImageFilter

Corner = tuple[float, float]


@dataclass(frozen=True)
class Camera:
    """How a page is taken: degrees it is turned, how much narrower its far edge is, blur in pixels, light, JPEG."""

    turned: float = 0.0
    skew: float = 0.0
    blur: float = 0.0
    light: float = 1.0
    shade: float = 0.0
    quality: int = 80
    side: int = 4000
    """Pixels of the longer side of the picture: 4000 × 3000 is what a telephone takes."""
    noise: float = 0.0


def rendered(path: Path, page: int = 0, dpi: float = 300) -> Image.Image:
    """A page as it comes out of the printer."""
    with pypdfium2.PdfDocument(path) as document:
        return document[page].render(scale=dpi / 72).to_pil().convert("RGB")


def photograph(page: Image.Image, camera: Camera) -> bytes:
    """The file the telephone keeps."""
    seen = _askew(page, camera.skew)
    seen = seen.rotate(camera.turned, Image.Resampling.BICUBIC, expand=True, fillcolor=(96, 84, 70))
    scale = camera.side / max(seen.size)
    seen = seen.resize((round(seen.width * scale), round(seen.height * scale)), Image.Resampling.LANCZOS)
    seen = ImageEnhance.Brightness(seen).enhance(camera.light).filter(ImageFilter.GaussianBlur(camera.blur))
    kept = io.BytesIO()
    _lit(seen, camera).save(kept, "JPEG", quality=camera.quality)
    return kept.getvalue()


def _lit(seen: Image.Image, camera: Camera) -> Image.Image:
    """Darker to the right, and grainy."""
    pixels = np.asarray(seen, np.float32)
    fall = np.linspace(1, 1 - camera.shade, seen.width, dtype=np.float32)[None, :, None]
    grain = np.random.default_rng(7).normal(0, camera.noise, pixels.shape[:2])[..., None] if camera.noise else 0
    return Image.fromarray(np.clip(pixels * fall + grain, 0, 255).astype(np.uint8))


def _askew(page: Image.Image, skew: float) -> Image.Image:
    """As seen from below: the upper edge is farther away."""
    width, height = page.size
    inset, drop = width * skew / 2, height * skew / 2
    corners = (inset, drop), (width - inset, drop * 0.6), (width, height), (0, height)
    source = (0, 0), (width, 0), (width, height), (0, height)
    way = _projection(corners, source)
    return page.transform(page.size, Image.Transform.PERSPECTIVE, way, Image.Resampling.BICUBIC, fillcolor=(96, 84, 70))


def _projection(of: tuple[Corner, ...], to: tuple[Corner, ...]) -> tuple[float, ...]:
    """The eight numbers of the projection that takes four corners to four others."""
    rows, goal = [], []
    for (x, y), (u, v) in zip(of, to, strict=True):
        rows += [[x, y, 1, 0, 0, 0, -u * x, -u * y], [0, 0, 0, x, y, 1, -v * x, -v * y]]
        goal += [u, v]
    return tuple(float(n) for n in np.linalg.solve(np.array(rows), np.array(goal)))
