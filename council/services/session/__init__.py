"""A meeting while it meets: who is in the room, what is pending, what was said and done."""
