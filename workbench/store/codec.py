"""Changes as JSON and back: the name of the change, and its fields."""

from typing import Final, get_args

import msgspec

from workbench.domain.changes import Change

CHANGES: Final = {change.__name__: change for change in get_args(Change)}


def encode(change: Change) -> tuple[str, str]:
    """Return a change's name and its fields as JSON."""
    return type(change).__name__, msgspec.json.encode(change).decode()


def decode(name: str, fields: str) -> Change:
    """Return the change that was encoded; an unknown name is a KeyError."""
    change: Change = msgspec.json.decode(fields, type=CHANGES[name])
    return change
