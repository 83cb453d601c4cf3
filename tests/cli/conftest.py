"""The command line in this process, over a database of each test's own."""

from pathlib import Path

import pytest
from calls import Run, Said

from roster_app import cli
from roster_app.settings import Settings


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """Call the command line over a database of this test; `--lang en` unless the test says otherwise."""
    settings = Settings(database_url=f"sqlite:///{tmp_path / 'roster.db'}", solver_seconds=5)

    def call(*argv: object, lang: str = "en") -> Said:
        capsys.readouterr()
        outcome = cli.run([f"--lang={lang}", *map(str, argv)], settings)
        said = capsys.readouterr()
        return Said(outcome.code, said.out, said.err)

    return call
