"""The parts of the console, one a thing that a secretary attends to."""
