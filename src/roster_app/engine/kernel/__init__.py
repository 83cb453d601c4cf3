"""The compiled part of the engine, in C: annealing, lines of work, and the cost both share."""
