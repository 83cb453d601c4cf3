"""What rostering means: plain frozen values and pure functions, in naive local time and whole minutes."""
