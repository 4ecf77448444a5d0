"""A guard against a fault of PySide6 6.12.0 on Python 3.11.

Each of its calls that return nothing, true or false drops one reference to that value; some minutes of
painting later Python stops with « none_dealloc ». Since Python 3.12 these values cannot be dropped
(PEP 683), and 6.11 does not drop them, but the package of Qt's PDF reader has no 6.11. To be removed
with a PySide6 that counts again.
"""

import ctypes
import sys

_ENOUGH = 1 << 60
_VALUES = (None, True, False, NotImplemented, Ellipsis)


def make_values_last() -> None:
    """Give the values more references than any session can drop, as Python 3.12 does."""
    for value in _VALUES:
        if sys.version_info < (3, 12) and sys.getrefcount(value) < _ENOUGH // 2:
            ctypes.c_ssize_t.from_address(id(value)).value += _ENOUGH
