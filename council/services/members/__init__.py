"""People, bodies and seats, and lists of them that are brought in."""
