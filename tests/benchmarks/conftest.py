"""The instances beside the checkout, where they are."""

from pathlib import Path

import pytest

SHARED = Path(__file__).parents[2].parent / "shared" / "benchmarks"


def _folder(name: str) -> Path:
    folder = SHARED / name
    if not folder.is_dir():
        pytest.skip(f"there are no instances in ../shared/benchmarks/{name}")
    return folder


@pytest.fixture(scope="session")
def published_folder() -> Path:
    """The published shift-scheduling instances."""
    return _folder("shift_scheduling")


@pytest.fixture(scope="session")
def duty_folder() -> Path:
    """The duty instances with their judge."""
    return _folder("duty")
