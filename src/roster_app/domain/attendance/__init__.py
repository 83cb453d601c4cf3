"""签到: who really came, as it was recorded, and what follows from it: presence, cover and hours."""
