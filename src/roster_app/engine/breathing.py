"""Pickling that lets other threads run: a large roster in one go would stop the window for a tenth of a second."""

import pickle
import time


def pickled(value: object) -> bytes:
    """As pickle.dumps, but the interpreter is free for a moment after every 64 kB, which take one or two ms."""
    pieces = _Pieces()
    pickle.Pickler(pieces, pickle.HIGHEST_PROTOCOL).dump(value)
    return b"".join(pieces.written)


class _Pieces:
    """A file that is written to a frame at a time."""

    def __init__(self) -> None:
        self.written: list[bytes] = []

    def write(self, piece: bytes) -> int:
        """Keep the frame and step aside."""
        self.written.append(bytes(piece))
        time.sleep(0)
        return len(piece)
