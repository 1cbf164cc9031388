"""What an earlier lesson taught, for the lessons after it."""
