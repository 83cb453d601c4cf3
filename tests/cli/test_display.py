"""Whether a window can be opened, told before Qt is touched."""

import pytest

from roster_app.cli import display


@pytest.mark.parametrize(
    ("environment", "platform", "screen"),
    [
        ({}, "linux", False),
        ({"DISPLAY": ""}, "linux", False),
        ({"DISPLAY": ":0"}, "linux", True),
        ({"WAYLAND_DISPLAY": "wayland-0"}, "linux", True),
        ({}, "win32", True),
        ({}, "darwin", True),
    ],
)
def test_a_screen_is_known_by_the_environment(environment: dict[str, str], platform: str, screen: bool) -> None:
    assert display.has_screen(environment, platform) is screen


def test_missing_libraries_are_named_with_their_packages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(display, "_loads", lambda library: library not in ("libEGL.so.1", "libxcb-cursor.so.0"))

    sentence = display.why_no_window({"DISPLAY": ":0"}, "linux")

    assert "libEGL.so.1, libxcb-cursor.so.0" in sentence
    assert sentence.endswith("apt install libegl1 libxcb-cursor0")


def test_libraries_of_x11_are_not_asked_for_under_wayland(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(display, "_loads", lambda library: not library.startswith("libxcb"))

    assert display.why_no_window({"WAYLAND_DISPLAY": "wayland-0"}, "linux") == ""


def test_without_a_screen_there_is_no_window() -> None:
    assert "DISPLAY" in display.why_no_window({}, "linux")


def test_a_library_that_is_nowhere_does_not_load() -> None:
    assert not display._loads("libno-such-library.so.1")
