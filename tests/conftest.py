"""What every test may rely on: no screen, a home of its own, English words."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from roster_app import i18n

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

settings.register_profile("roster", deadline=None, print_blob=True)
settings.load_profile("roster")


@pytest.fixture(scope="session", autouse=True)
def _home_of_the_tests(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """No test reads or writes the settings, the database or the log of the person who runs it."""
    home = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patch:
        for variable in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"):
            patch.setenv(variable, str(home / variable))
        patch.setenv("LOCALAPPDATA", str(home))
        yield


@pytest.fixture(autouse=True)
def _english() -> Iterator[None]:
    """Each test begins with the words of the source, whatever the one before it spoke."""
    i18n.install("en")
    yield
    i18n.install("en")


@pytest.fixture
def chinese(_english: None) -> str:
    """The words of the interface in Chinese, for this test."""
    return i18n.install("zh_CN")


@pytest.fixture(scope="session")
def project() -> Path:
    """The top folder of the checkout."""
    return Path(__file__).resolve().parents[1]
