"""The engine's process: how soon it is ready, what it weighs, and whether the window stays smooth meanwhile."""
