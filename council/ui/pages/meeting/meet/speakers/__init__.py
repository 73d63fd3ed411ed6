"""The speakers in the console: the clock of who has the floor, the line, the forms."""
