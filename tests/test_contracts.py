"""The import contracts hold, and each of them notices the fault it is there for."""

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest


@dataclass(frozen=True)
class Fault:
    """Modules to plant, and what lint-imports must say about them."""

    modules: dict[str, str]
    complaint: str


CIRCLE = "roster_app.domain.planted_b"
NO_CIRCLE = "No cycles are allowed in roster_app.domain."
FAULTS = {
    "the database in a page": Fault(
        {"gui/roster/planted.py": "import sqlalchemy"}, "roster_app.gui.roster.planted -> sqlalchemy"
    ),
    "gettext in the domain": Fault({"domain/planted.py": "import gettext"}, "roster_app.domain.planted -> gettext"),
    "words in the domain": Fault(
        {"domain/planted.py": "from roster_app.i18n import _"}, "roster_app.domain.planted -> roster_app.i18n"
    ),
    "one page imports another": Fault(
        {"gui/roster/planted.py": "import roster_app.gui.people"},
        "roster_app.gui.roster.planted -> roster_app.gui.people",
    ),
    "a widget imports the theme": Fault(
        {"gui/widgets/planted.py": "import roster_app.gui.theme"},
        "roster_app.gui.widgets.planted -> roster_app.gui.theme",
    ),
    "a page imports a store": Fault(
        {"gui/people/planted.py": "import roster_app.storage.database"},
        "roster_app.gui.people.planted -> roster_app.storage.database",
    ),
    "storage imports engine": Fault(
        {"storage/planted.py": "import roster_app.engine"}, "roster_app.storage.planted -> roster_app.engine"
    ),
    "a circle inside the domain": Fault(
        {"domain/planted_a.py": f"import {CIRCLE}", "domain/planted_b.py": "import roster_app.domain.planted_a"},
        NO_CIRCLE,
    ),
    "a circle closed inside a function": Fault(
        {
            "domain/planted_a.py": f"def late() -> None:\n    import {CIRCLE}",
            "domain/planted_b.py": "import roster_app.domain.planted_a",
        },
        NO_CIRCLE,
    ),
    "a circle closed for the type checker": Fault(
        {
            "domain/planted_a.py": f"from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    import {CIRCLE}",
            "domain/planted_b.py": "import roster_app.domain.planted_a",
        },
        NO_CIRCLE,
    ),
    "a spreadsheet in a service": Fault(
        {"services/planted.py": "import openpyxl"}, "roster_app.services.planted -> openpyxl"
    ),
    "a calendar library in a service": Fault(
        {"services/planted.py": "import icalendar"}, "roster_app.services.planted -> icalendar"
    ),
    "Qt in a function of the domain": Fault(
        {"domain/planted.py": "def late() -> None:\n    import PySide6.QtCore"},
        "roster_app.domain.planted -> PySide6",
    ),
    "Qt in the command line": Fault({"services/planted.py": "import PySide6"}, "services.planted -> PySide6"),
    "the holiday table in the domain": Fault(
        {"domain/planted.py": "import chinese_calendar"}, "roster_app.domain.planted -> chinese_calendar"
    ),
    "ReportLab in a page": Fault({"gui/publish/planted.py": "import reportlab"}, "gui.publish.planted -> reportlab"),
    "the solver in a service": Fault({"services/planted.py": "import ortools"}, "services.planted -> ortools"),
    "dateutil outside the recurrences": Fault(
        {"domain/planted.py": "import dateutil.rrule"}, "roster_app.domain.planted -> dateutil"
    ),
    "a folder nobody placed": Fault({"planted/__init__.py": ""}, "roster_app.planted"),
    "a page nobody placed": Fault({"gui/planted/__init__.py": ""}, "roster_app.gui.planted"),
}


@pytest.fixture
def copy(project: Path, tmp_path: Path) -> Path:
    """The source and the contracts, to plant faults in."""
    shutil.copy(project / "pyproject.toml", tmp_path)
    ignored = shutil.ignore_patterns("__pycache__")
    shutil.copytree(project / "src", tmp_path / "src", ignore=ignored)
    return tmp_path


def lint(copy: Path) -> tuple[int, str]:
    """What lint-imports says about a copy of the tree."""
    child = subprocess.run(
        [sys.executable, "-c", "from importlinter.cli import lint_imports_command as run; run()", "--no-cache"],
        cwd=copy,
        env=os.environ | {"PYTHONPATH": str(copy / "src"), "COLUMNS": "400", "NO_COLOR": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    return child.returncode, child.stdout + child.stderr


def test_the_tree_keeps_its_contracts(copy: Path) -> None:
    code, said = lint(copy)

    assert code == 0, said


@pytest.mark.parametrize("fault", FAULTS.values(), ids=FAULTS.keys())
def test_a_planted_fault_is_noticed(copy: Path, fault: Fault) -> None:
    for name, text in fault.modules.items():
        path = copy / "src/roster_app" / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text + "\n", encoding="utf-8")

    code, said = lint(copy)

    assert code == 1
    assert fault.complaint in said
