"""The pages as WeasyPrint makes them of HTML, the type read once."""

from collections.abc import Callable, Iterator
from functools import cache
from html import escape
from pathlib import Path

import segno
from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration

from benchmarks.printing.page import Line, Page, Words
from roster_app.resources import resource

_STYLE = """
@font-face {{ font-family: Noto; src: url({regular}) }}
@font-face {{ font-family: Noto; font-weight: bold; src: url({bold}) }}
body {{ font-family: Noto; margin: 0 }}
section {{ break-after: page; position: relative; height: 100% }}
table {{ border-collapse: collapse; table-layout: fixed; width: 100% }}
td {{ border: 0.35pt solid black; padding: 0; text-align: center; white-space: nowrap; line-height: 1 }}
.grey {{ background: rgb(224, 224, 224) }}
.above {{ text-align: center }}
p {{ margin: 0; line-height: 1.3 }}
svg {{ position: absolute; right: 0; bottom: 0 }}
"""


@cache
def _type() -> tuple[FontConfiguration, CSS]:
    regular, bold = (resource("fonts", f"NotoSansSC-{weight}.ttf").as_uri() for weight in ("Regular", "Bold"))
    known = FontConfiguration()
    return known, CSS(string=_STYLE.format(regular=regular, bold=bold), font_config=known)


def ready() -> Callable[[tuple[Page, ...], Path], None]:
    """Writes documents; the type and the style are kept."""
    _type()
    return _write


def _write(pages: tuple[Page, ...], path: Path) -> None:
    known, style = _type()
    first = pages[0]
    size = f"@page {{ size: {first.width}pt {first.height}pt; margin: {first.margin}pt }}"
    document = HTML(string=f"<style>{size}</style>{''.join(map(_page, pages))}")
    document.write_pdf(path, stylesheets=[style], font_config=known)


def _page(page: Page) -> str:
    columns = "".join(f'<col style="width: {width}pt">' for width in page.widths)
    above = "".join(f'<p class="above" style="{_style(words)}">{escape(words.text)}</p>' for words in page.above)
    below = "".join(f'<p style="{_style(words)}">{escape(words.text)}</p>' for words in page.below)
    symbol = segno.make_qr(page.token, error="m").svg_inline(border=0, omitsize=True)
    sized = symbol.replace("<svg ", f'<svg style="width: {page.symbol}pt; height: {page.symbol}pt" ', 1)
    lines = "".join(map(_line, page.lines))
    return f"<section>{above}<table><colgroup>{columns}</colgroup>{lines}</table>{below}{sized}</section>"


def _line(line: Line) -> str:
    grey = ' class="grey"' if line.grey else ""
    return f'<tr{grey} style="height: {line.height}pt">{"".join(_cells(line))}</tr>'


def _cells(line: Line) -> Iterator[str]:
    for words in line.cells:
        yield f'<td colspan="{words.columns}" style="{_style(words)}">{escape(words.text)}</td>'


def _style(words: Words) -> str:
    return f"font-size: {words.size}pt{'; font-weight: bold' * words.bold}"
