"""The engine: makes rosters in a process of its own; knows the domain, ortools and numpy, nothing else."""
