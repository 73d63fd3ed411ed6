"""The timeline on the screen: a model of lines, the delegate that paints them, their filter."""
