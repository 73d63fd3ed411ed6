"""Council keeps the public life of a neighborhood council in one local file."""

__version__ = "0.1.0"
