"""Fonts, icons and words are found wherever the application was put."""

import hashlib
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from roster_app.resources import resource, resources_folder

FIND = "from roster_app.resources import resource; print(resource('fonts', 'OFL.txt'))"


def find_font_licence(folder: Path) -> Path:
    """What the code that stands in `folder` answers, asked in a process of its own."""
    child = subprocess.run(
        [sys.executable, "-S", "-c", FIND], cwd=folder, env={"PYTHONPATH": str(folder)},
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    return Path(child.stdout.strip())


def test_a_checkout_has_its_resources_at_the_top(project: Path) -> None:
    assert resources_folder() == project / "resources"


def test_what_is_not_there_is_named() -> None:
    with pytest.raises(FileNotFoundError, match=r"no-such-icon\.svg"):
        resource("icons", "no-such-icon.svg")


def test_an_installed_wheel_carries_them_inside_the_package(project: Path, tmp_path: Path) -> None:
    source = tmp_path / "source"
    for name in ("src/roster_app", "resources/icons", "resources/locale"):
        shutil.copytree(project / name, source / name, ignore=shutil.ignore_patterns("__pycache__"))
    for folder in ("resources/fonts", "packaging", "tools"):
        (source / folder).mkdir()
    build = ("pyproject.toml", "packaging/kernel_hook.py", "tools/kernel.py")
    for name in (*build, "README.md", "LICENSE", "resources/fonts/OFL.txt"):
        shutil.copy(project / name, source / name)
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(tmp_path)],
        cwd=source, check=True, capture_output=True,
    )  # fmt: skip
    (wheel,) = tmp_path.glob("*.whl")
    zipfile.ZipFile(wheel).extractall(tmp_path / "site")

    assert [*(tmp_path / "site/roster_app/engine/kernel").glob("kernel.*")]
    assert find_font_licence(tmp_path / "site") == tmp_path / "site/roster_app/resources/fonts/OFL.txt"


@pytest.mark.parametrize(
    ("name", "digest"),
    [
        ("NotoSansSC-Regular.ttf", "d45f67f0a7c0ca3f256950777ce6a61cc7ce5f9696d02900cbbaac25f8aa7d16"),
        ("NotoSansSC-Bold.ttf", "9a38ae0ab28cd5a256f9ea8e00dedc688aac17f7915fcb000572990afa956b96"),
    ],
)
def test_the_fonts_are_the_published_ones(name: str, digest: str) -> None:
    assert hashlib.sha256(resource("fonts", name).read_bytes()).hexdigest() == digest


def test_every_icon_takes_the_colour_of_the_text() -> None:
    icons = list(resource("icons").glob("*.svg"))

    assert icons
    assert [icon.name for icon in icons if 'stroke="currentColor"' not in icon.read_text("utf-8")] == []
