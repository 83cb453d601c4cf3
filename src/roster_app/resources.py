"""Where the files that are not code stand: in a checkout, an installed wheel or a bundled application."""

from functools import cache
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
_PLACES = (
    _PACKAGE / "resources",  # a wheel, and a PyInstaller bundle, which keeps the wheel's shape
    _PACKAGE.parents[1] / "resources",  # a checkout: src/roster_app is two floors below the top
)


@cache
def resources_folder() -> Path:
    """The folder `resources/`; raises FileNotFoundError where the application was installed without it."""
    for place in _PLACES:
        if (place / "fonts").is_dir():
            return place
    raise FileNotFoundError(f"no resources folder at {' or '.join(str(place) for place in _PLACES)}")


def resource(*parts: str) -> Path:
    """The path of one file or folder below `resources/`: `resource("fonts", "NotoSansSC-Bold.ttf")`."""
    path = resources_folder().joinpath(*parts)
    if not path.exists():
        raise FileNotFoundError(path)
    return path
