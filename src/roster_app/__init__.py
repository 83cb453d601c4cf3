"""Rosters for round-the-clock checkpoint duty: from a volunteer list to posted duty sheets."""

__version__ = "0.1.0"
