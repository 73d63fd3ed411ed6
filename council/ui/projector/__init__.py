"""The second screen: what the room sees of the meeting, on a projector or a television."""
