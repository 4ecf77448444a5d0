"""An organisation's own wordings of the questions: what it adds to the bank that is shipped, and what it sets aside."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

QUOTE: Final = "« {mots} »"
LONGEST: Final = 90
"""Characters of a wording beside what it quotes."""

_WHY: Final = re.compile(r"pourquoi|pour quelle raison", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class OwnWordings:
    """The wordings of one code that an organisation added, and those shipped that it no longer wants."""

    added: tuple[str, ...] = ()
    disabled: tuple[str, ...] = ()


def kept(shipped: Sequence[str], own: OwnWordings) -> tuple[str, ...]:
    """Return the wordings to ask with; those shipped come back where none would be left."""
    wanted = tuple(dict.fromkeys((*(w for w in shipped if w not in own.disabled), *own.added)))
    return wanted or tuple(shipped)


def flaw(wording: str) -> str:
    """Return what keeps a wording from being asked, as a French sentence, or nothing."""
    if wording.count(QUOTE) != 1 or "{" in wording.replace(QUOTE, ""):
        return f"Écrivez une fois {QUOTE} là où la relance reprend les mots de la personne."
    own = wording.replace(QUOTE, "").strip(" :,.")
    if not own:
        return f"Ajoutez à {QUOTE} ce que vous demandez."
    if _WHY.search(own):
        return "Une relance demande comment, où, quand, avec qui ; jamais la raison : tournez-la autrement."
    if len(own) > LONGEST:
        return f"Une relance se dit d’un souffle : gardez {LONGEST} signes au plus, sans compter les mots repris."
    return ""
