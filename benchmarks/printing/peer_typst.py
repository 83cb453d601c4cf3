"""The pages as typst sets them: one source for each document, the type read once."""

import json
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from pathlib import Path

import segno
import typst

from benchmarks.printing.page import Line, Page, Words
from roster_app.resources import resource


@cache
def _fonts() -> typst.Fonts:
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(resource("fonts"))])


def ready() -> Callable[[tuple[Page, ...], Path], None]:
    """Writes documents; typst keeps the type."""
    _fonts()
    return _write


def _write(pages: tuple[Page, ...], path: Path) -> None:
    source = path.with_suffix(".typ")
    source.write_text(
        "\n".join(('#set text(font: "Noto Sans SC", cjk-latin-spacing: none)', *map(_page, pages))), encoding="utf-8"
    )
    typst.compile(source, output=path, font_paths=_fonts(), ignore_system_fonts=True)


def _page(page: Page) -> str:
    table = (
        f"columns: ({_points(page.widths)}), rows: ({_points(line.height for line in page.lines)})",
        "inset: 1pt, stroke: 0.35pt, align: center + horizon",
        *(cell for line in page.lines for cell in _cells(line)),
    )
    return "\n\n".join(
        (
            f"#page(width: {page.width}pt, height: {page.height}pt, margin: {page.margin}pt)[#set par(spacing: 4pt)",
            *(f"#align(center, {_text(words)})" for words in page.above),
            f"#table({', '.join(table)})",
            *(f"#{_text(words)}" for words in page.below),
            f"#place(bottom + right, {_symbol(page)})]",
        )
    )


def _points(measures: Iterable[float]) -> str:
    return ", ".join(f"{measure}pt" for measure in measures)


def _cells(line: Line) -> Iterator[str]:
    fill = "luma(224)" if line.grey else "none"
    for words in line.cells:
        yield f"table.cell(colspan: {words.columns}, fill: {fill}, {_text(words)})"


def _text(words: Words) -> str:
    weight = "bold" if words.bold else "regular"
    return f'text(size: {words.size}pt, weight: "{weight}", {json.dumps(words.text, ensure_ascii=False)})'


def _symbol(page: Page) -> str:
    drawing = segno.make_qr(page.token, error="m").svg_inline(border=0, omitsize=True)
    return f'image(bytes({json.dumps(drawing)}), format: "svg", width: {page.symbol}pt)'
