"""The engine: makes rosters in a process of its own; knows the domain and its solvers, nothing else."""
