"""PySide6 6.12.0 on Python 3.11 gives away a reference to True at every emit, until the process dies.

docs/decisions/0002-pyside-below-6.12.md has the whole story.
"""

import subprocess
import sys
import tomllib
from importlib.metadata import version
from pathlib import Path

from packaging.requirements import Requirement

COUNTING = """
import sys
from PySide6.QtCore import QObject, Signal

class Bell(QObject):
    rung = Signal(bool)

bell = Bell()
bell.rung.connect(lambda on: None)
before = sys.getrefcount(True)
for _ in range(10_000):
    bell.rung.emit(True)
emitted = sys.getrefcount(True)
for _ in range(10_000):
    bell.setObjectName("bell")
print(before - emitted, emitted - sys.getrefcount(True))
"""
NOISE = 50  # references that come and go by themselves; the trap takes 10,000


def test_true_keeps_its_references_through_signals_and_setters() -> None:
    child = subprocess.run([sys.executable, "-c", COUNTING], capture_output=True, text=True, check=False)

    assert child.returncode == 0, child.stderr
    lost_by_emit, lost_by_setter = map(int, child.stdout.split())
    assert lost_by_emit < NOISE
    assert lost_by_setter < NOISE


def test_the_range_of_pyside_leaves_the_trap_out(project: Path) -> None:
    wanted = tomllib.loads((project / "pyproject.toml").read_text(encoding="utf-8"))["project"]["dependencies"]
    (pyside,) = [wish for wish in map(Requirement, wanted) if wish.name == "PySide6-Essentials"]

    assert pyside.specifier.contains("6.8.0")
    assert pyside.specifier.contains(version("PySide6-Essentials"))
    assert not pyside.specifier.contains("6.12.0", prereleases=True)
