"""What the person chooses for good: language, look, name, paper, engine time, database."""
