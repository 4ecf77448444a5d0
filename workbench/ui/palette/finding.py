"""Finding entries by letters that come in the same order in their names, accents left aside."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from workbench.ui.words import plain


@dataclass(frozen=True, slots=True)
class Entry:
    """Something to do or a place to go: `kind` says which sort it is, `keys` its shortcut as one reads it."""

    key: str
    title: str
    kind: str
    run: Callable[[], None]
    keys: str = ""
    waits_for_letters: bool = False

    @property
    def spoken(self) -> str:
        """Return the entry as a screen reader says it."""
        return ", ".join(part for part in (self.title, self.kind, self.keys) if part)


@dataclass(frozen=True, slots=True)
class Found:
    """An entry with its name ready to be searched in."""

    entry: Entry
    folded: str


def ready(entries: Sequence[Entry]) -> list[Found]:
    """Fold the names of entries once for all searches."""
    return [Found(entry, f"{plain(entry.title)} {plain(entry.kind)}") for entry in entries]


def find(found: Sequence[Found], letters: str, recent: Sequence[str], most: int) -> list[Entry]:
    """Return the entries whose names hold the letters in that order, the nearest first, what was used lately before."""
    age = {key: place for place, key in enumerate(recent)}
    wanted = plain(letters).replace(" ", "")
    if not wanted:
        shown = [f.entry for f in found if not f.entry.waits_for_letters or f.entry.key in age]
        return sorted(shown, key=lambda e: age.get(e.key, len(age)))[:most]
    ranked = [
        (cost - (2 if f.entry.key in age else 0), len(f.entry.title), place, f.entry)
        for place, f in enumerate(found)
        if (cost := distance(wanted, f.folded)) is not None
    ]
    ranked.sort(key=lambda r: r[:3])
    return [entry for *_, entry in ranked[:most]]


def distance(wanted: str, name: str) -> float | None:
    """Say how far letters are from a name: 0 where they begin it, None where they are not in it in that order.

    A jump from one letter to the next costs 2, or half a point where it lands at the beginning of a word.
    """
    whole = name.find(wanted)
    if whole >= 0:
        return 0 if whole == 0 else 0.4 if _begins_word(name, whole) else 1
    place, cost = -1, 0.0
    for letter in wanted:
        at = name.find(letter, place + 1)
        if at < 0:
            return None
        is_step = at == place + 1 or (at == place + 2 and name[place + 1] == " ")
        cost += 0 if is_step else 0.5 if _begins_word(name, at) else 2
        place = at
    return cost + 1


def _begins_word(name: str, place: int) -> bool:
    return place == 0 or not name[place - 1].isalnum()
