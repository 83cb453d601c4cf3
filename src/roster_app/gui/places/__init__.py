"""The page of the places: checkpoints with their posts, shift patterns, areas and qualifications, the calendar."""
