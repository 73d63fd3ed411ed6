"""Where the files that travel with the program lie."""

from functools import cache
from pathlib import Path


@cache
def resources() -> Path:
    """Return the folder of resources.

    Inside the package when installed, beside it in a checkout.
    """
    package = Path(__file__).resolve().parent
    inside = package / "resources"
    return inside if inside.is_dir() else package.parent / "resources"
