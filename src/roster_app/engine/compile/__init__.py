"""From domain values to the problem form: each file compiles one part of the rule book and never adds a rule."""
