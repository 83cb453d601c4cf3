"""Who makes the pages: the application and its peers."""

import shutil
from collections.abc import Callable
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

from benchmarks.printing.orders import Order
from benchmarks.printing.page import Page

OURS = "roster_app"
PEERS = {"typst": "typst", "fpdf2": "fpdf", "WeasyPrint": "weasyprint", "LibreOffice": ""}
"""With the module each is imported by; LibreOffice is a program."""

Ready = Callable[[], Callable[[Order, Path], object]]
"""Called before each document, untimed, for what writes it: the type is loaded by then."""


def why_missing(peer: str) -> str:
    """Why it cannot be compared here; nothing where it can."""
    if not PEERS[peer]:
        return "" if _office() else "soffice is not installed"
    if find_spec(PEERS[peer]) is None:
        return "not installed, it is one of the packages of the extra `bench`"
    try:
        import_module(PEERS[peer])
    except OSError as reason:  # WeasyPrint asks for Pango, a library of the system
        return str(reason).splitlines()[0]
    return ""


def ready(name: str, folder: Path) -> Ready:
    """The application, or a peer, which may keep things in the folder."""
    if name == OURS:
        return lambda: lambda order, path: order.draw(path)
    if name == "LibreOffice":
        from benchmarks.printing.peer_libreoffice import ready_in

        return _of_pages(ready_in(_office(), folder))
    return _of_pages(import_module(f"benchmarks.printing.peer_{name.lower()}").ready)


def _of_pages(begin: Callable[[], Callable[[tuple[Page, ...], Path], None]]) -> Ready:
    """A peer is given the pages as they are laid out already."""

    def begun() -> Callable[[Order, Path], None]:
        write = begin()
        return lambda order, path: write(order.pages, path)

    return begun


def _office() -> str:
    return shutil.which("soffice") or shutil.which("libreoffice") or ""
