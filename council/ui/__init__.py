"""The window: Qt widgets, one module or folder a feature."""
