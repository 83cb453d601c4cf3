"""The window of one test, over a database of its own."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))  # people_world

from people_world import empty_world, world

__all__ = ["empty_world", "world"]
