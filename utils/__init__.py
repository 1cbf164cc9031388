"""What the lessons import: plumbing only."""
