"""Keeps a defect of PySide6 on Python 3.11 from ending the program."""

from __future__ import annotations

import ctypes
import platform
import sys

_PLENTY = 1 << 40


def keep_constants() -> None:
    """Give None, True and False so many references that losing one a call cannot use them up.

    WORKAROUND: PySide6 6.12 takes them for immortal, as they are from Python 3.12 on; under 3.11
    every call of a Qt method without a result loses one reference to None, and every emitted signal
    one to True. After some thousand of them the interpreter stops with "none_dealloc" or
    "bool_dealloc". Goes when Python 3.11 goes, or PySide6 is mended.
    """
    if platform.python_implementation() == "CPython" and sys.version_info < (3, 12):
        for constant in (None, True, False):
            count = ctypes.c_ssize_t.from_address(id(constant))
            if count.value < _PLENTY:
                count.value += _PLENTY
