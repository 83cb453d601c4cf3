"""The door to the compiled kernel: loads the library beside this file and says what its functions take and give."""

import ctypes
import sys
from functools import cache
from pathlib import Path

import numpy as np

from roster_app.engine.form import Form, Numbers

_NAME = "kernel.dll" if sys.platform == "win32" else "kernel.so"

_POINTER, _INT, _LONG, _UNSIGNED, _DOUBLE = (
    ctypes.c_void_p,
    ctypes.c_int32,
    ctypes.c_int64,
    ctypes.c_uint64,
    ctypes.c_double,
)
_FUNCTIONS = {
    "form_size": (_INT, ()),
    "line_cost": (_LONG, (_POINTER, _INT, _POINTER, _POINTER)),
    "draft_new": (_POINTER, (_POINTER, _POINTER)),
    "draft_free": (None, (_POINTER,)),
    "draft_set": (None, (_POINTER, _POINTER)),
    "draft_lines": (None, (_POINTER, _POINTER)),
    "draft_recount": (_LONG, (_POINTER,)),
    "draft_soft": (_LONG, (_POINTER, _POINTER)),
    "room_new": (_POINTER, (_POINTER, _UNSIGNED)),
    "room_free": (None, (_POINTER,)),
    "construct": (_INT, (_POINTER, _POINTER, _POINTER, _INT, _LONG)),
    "anneal": (_LONG, (_POINTER, _POINTER, _POINTER, _INT, _LONG, _DOUBLE, _INT)),
    "settle": (None, (_POINTER, _POINTER)),
}
"""What each function gives, and what it takes, as the headers of the kernel have it."""


@cache
def library() -> ctypes.CDLL:
    """The loaded library; calls into it release the interpreter's lock."""
    kernel = ctypes.CDLL(str(Path(__file__).parent / "kernel" / _NAME))
    for name, (gives, takes) in _FUNCTIONS.items():
        function = getattr(kernel, name)
        function.restype, function.argtypes = gives, takes
    return kernel


def pointer(array: Numbers) -> int:
    """Where the array's numbers lie; the caller keeps the array alive."""
    return array.ctypes.data


def line_cost(form: Form, person: int, line: Numbers) -> tuple[int, int]:
    """What one person's whole line costs, and by how many units it breaks hard rules."""
    hard = np.zeros(1, np.int64)
    cost = library().line_cost(ctypes.addressof(form.struct), person, pointer(line), hard.ctypes.data)
    return int(cost), int(hard[0])
