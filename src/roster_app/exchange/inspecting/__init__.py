"""Reading any sheet of people, availability or duty by what stands in it: nothing is stored, nothing is lost."""
