"""The door to the compiled kernel: loads the library beside this file and names what it can do."""

import ctypes
import sys
from functools import cache
from pathlib import Path

import numpy as np

from roster_app.engine.form import Form, Numbers

_NAME = "kernel.dll" if sys.platform == "win32" else "kernel.so"


@cache
def library() -> ctypes.CDLL:
    """The loaded library; calls into it release the interpreter's lock."""
    kernel = ctypes.CDLL(str(Path(__file__).parent / "kernel" / _NAME))
    kernel.line_cost.restype = ctypes.c_int64
    return kernel


def pointer(array: Numbers) -> ctypes.c_void_p:
    """Where the array's numbers lie; the caller keeps the array alive."""
    return ctypes.c_void_p(array.ctypes.data)


def line_cost(form: Form, person: int, line: Numbers) -> tuple[int, int]:
    """What one person's whole line costs, and by how many units it breaks hard rules."""
    hard = np.zeros(1, np.int64)
    cost = library().line_cost(ctypes.byref(form.struct), person, pointer(line), pointer(hard))
    return int(cost), int(hard[0])
