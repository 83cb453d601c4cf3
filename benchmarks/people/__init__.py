"""Volunteers by the ten thousand: the search as typed beside plain ways of doing it."""
