"""Whether a window can be opened here: is there a screen, and are the system's libraries for it there."""

import ctypes
import importlib.util
import os
import sys
from collections.abc import Mapping

from roster_app.i18n import _

_PACKAGES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11.so.6": "libx11-6",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libxkbcommon.so.0": "libxkbcommon0",
}
_PACKAGES_OF_X11 = {
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
"""What Qt's window and its X11 plug-in are linked with and do not bring along, and the Debian packages that do."""


def has_screen(environment: Mapping[str, str] = os.environ, platform: str = sys.platform) -> bool:
    """Whether there is a screen to open a window on; on Linux that is an X or a Wayland display."""
    if platform in ("win32", "darwin", "cygwin"):
        return True
    return bool(environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY"))


def why_no_window(environment: Mapping[str, str] = os.environ, platform: str = sys.platform) -> str:
    """What is missing for a window, as a sentence with the way out; empty if nothing is. Imports no Qt."""
    if importlib.util.find_spec("PySide6") is None:
        return _("The window needs PySide6, which is not installed. Install the application anew.")
    if platform != "linux":
        return ""
    if not has_screen(environment, platform):
        return _("There is no screen here (neither DISPLAY nor WAYLAND_DISPLAY is set), so no window can be opened.")
    needed = _PACKAGES | (_PACKAGES_OF_X11 if environment.get("DISPLAY") else {})
    missing = [name for name in needed if not _loads(name)]
    if not missing:
        return ""
    return _(
        "The window needs libraries of the system that are missing: {libraries}. On Debian, UOS and Kylin install "
        "them with: apt install {packages}"
    ).format(libraries=_(", ").join(missing), packages=" ".join(needed[name] for name in missing))


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True
