"""Ways to reach a person, read in what was written of it."""

import re
from typing import Final

_EMAIL: Final = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+", re.ASCII)
_PHONE: Final = re.compile(r"(?:\+\d{2,3}|0)(?:[ .-]?\d){9}(?!\d)")


def email_of(contact: str) -> str:
    """Return the e-mail address in what was written of how to reach a person, or nothing."""
    found = _EMAIL.search(contact)
    return found[0] if found else ""


def phone_of(contact: str) -> str:
    """Return the telephone number in what was written of how to reach a person, or nothing."""
    found = _PHONE.search(contact)
    return found[0] if found else ""
