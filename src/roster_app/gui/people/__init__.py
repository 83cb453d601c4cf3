"""The page of the volunteers: who there is, what each can do, and when each can stand."""
