"""The page of the day itself: who stands where now, who comes, who signed in, and paper sheets keyed afterwards."""
