"""Keeps a defect of PySide6 on Python 3.11 from ending the program."""

from __future__ import annotations

import ctypes
import platform
import sys

_PLENTY = 1 << 40


def keep_none() -> None:
    """Give None so many references that losing one a call can never use them up.

    WORKAROUND: PySide6 6.12 takes None for immortal, as it is from Python 3.12 on; under 3.11 every
    call of a Qt method without a result loses one reference to it, and after some thousand calls
    the interpreter stops with "none_dealloc". Goes when Python 3.11 goes, or PySide6 is mended.
    """
    if platform.python_implementation() == "CPython" and sys.version_info < (3, 12):
        count = ctypes.c_ssize_t.from_address(id(None))
        if count.value < _PLENTY:
            count.value += _PLENTY
