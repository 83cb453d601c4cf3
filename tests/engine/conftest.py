"""The engine's tests are about the same small teams as the domain's."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).parents[1] / "domain"))
