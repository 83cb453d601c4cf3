"""The start of the window beside an empty window of plain Qt."""
