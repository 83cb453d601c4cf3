"""What the project says about itself is true: pinned versions, links, and the list that `make` prints."""

import re
import subprocess
import tomllib
from itertools import chain
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name


@pytest.fixture(scope="module")
def pinned(project: Path) -> dict[str, str]:
    """Name and version of every line of the constraints file."""
    lines = (project / "constraints.txt").read_text(encoding="utf-8").splitlines()
    found = [re.fullmatch(r"([A-Za-z0-9_.-]+)==([0-9][0-9A-Za-z.]*)", line) for line in lines if line[0] != "#"]
    assert all(found), "a line that is not name==version"
    return {canonicalize_name(line[1]): line[2] for line in found if line}


def test_every_requirement_is_pinned_inside_its_range(project: Path, pinned: dict[str, str]) -> None:
    wanted = tomllib.loads((project / "pyproject.toml").read_text(encoding="utf-8"))
    groups = wanted["project"]["optional-dependencies"].values()
    lines = chain(wanted["project"]["dependencies"], *groups)

    for wish in [*map(Requirement, lines), *map(Requirement, wanted["build-system"]["requires"])]:
        assert wish.specifier.contains(pinned[canonicalize_name(wish.name)]), wish


def test_links_between_documents_lead_somewhere(project: Path) -> None:
    for document in [*project.glob("*.md"), *project.glob("docs/**/*.md"), *project.glob("resources/**/*.md")]:
        for link in re.findall(r"\]\((?!https?:)([^)#]+)", document.read_text(encoding="utf-8")):
            assert (document.parent / link).exists(), f"{document.relative_to(project)}: {link}"


def test_make_alone_prints_what_can_be_done(project: Path) -> None:
    said = subprocess.run(["make"], cwd=project, capture_output=True, text=True, check=True).stdout

    described = re.findall(r"^  make ([a-z0-9]+) +\S", said, re.MULTILINE)
    targets = re.search(r"^\.PHONY: (.+)$", (project / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    assert targets
    assert described == targets[1].split()
