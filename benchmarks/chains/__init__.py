"""How the reader of sign-up chains stands up to texts nobody meant."""
