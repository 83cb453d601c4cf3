"""Paper and its measures in points."""

from enum import Enum

from roster_app.printing.fitting import Frame

MM = 72 / 25.4


class Paper(Enum):
    """A sheet in portrait: width and height in millimetres."""

    A5 = (148, 210)
    A4 = (210, 297)
    A3 = (297, 420)

    @property
    def portrait(self) -> Frame:
        """Upright, in points."""
        return Frame(self.value[0] * MM, self.value[1] * MM)

    @property
    def landscape(self) -> Frame:
        """On its side, in points."""
        return Frame(self.value[1] * MM, self.value[0] * MM)
