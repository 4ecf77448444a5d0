"""The bank of questions of this desk: the one that is shipped, with what the organisation wrote in its data folder."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from workbench.domain.bank import OwnWordings, flaw, kept
from workbench.errors import UnreadableFileError
from workbench.files import prepare_folder, write_atomically
from workbench.matching.asking import Wordings, use_questions, wordings
from workbench.paths import relances_path
from workbench.resources import read_toml

HEADING = "# Relances de votre organisation : « added » les ajoute, « disabled » écarte celles livrées avec Établi.\n"
_KEYS = {"added", "disabled"}


@dataclass(frozen=True, slots=True)
class Bank:
    """Every shipped wording by code, and the organisation's; `broken` says why its file cannot be used."""

    shipped: Mapping[str, Wordings]
    own: Mapping[str, OwnWordings] = field(default_factory=dict)
    broken: str = ""

    def of(self, code: str) -> OwnWordings:
        """Return what the organisation says of a code."""
        return self.own.get(code, OwnWordings())


def load_bank(folder: Path) -> Bank:
    """Return the bank, and ask with it from now on; a broken file leaves the shipped one."""
    try:
        bank = Bank(wordings(), _read_own(relances_path(folder)))
    except UnreadableFileError as error:
        bank = Bank(wordings(), broken=str(error))
    use_questions({code: kept(shipped.questions, bank.of(code)) for code, shipped in bank.shipped.items()})
    return bank


def save_wordings(code: str, own: OwnWordings, folder: Path) -> None:
    """Write what the organisation says of a code.

    Raises:
        UnreadableFileError: the file that is there is broken, and would be lost.
        StoreError: it cannot be written.
    """
    path = relances_path(folder)
    said = {**_read_own(path), code: own}
    prepare_folder(folder)
    write_atomically(path, (HEADING + "".join(_table(c, o) for c, o in sorted(said.items()))).encode())


def _read_own(path: Path) -> dict[str, OwnWordings]:
    if not path.exists():
        return {}
    for code, table in read_toml(path, dict[str, dict[str, tuple[str, ...]]]).items():
        unknown = next((key for key in table if key not in _KEYS), "")
        if code not in wordings() or unknown:
            raise UnreadableFileError(
                f"« {path.name} » nomme « {unknown or code} », qu’Établi ne connaît pas : corrigez ce mot."
            )
    own = read_toml(path, dict[str, OwnWordings])
    words = next((words for said in own.values() for words in map(flaw, said.added) if words), "")
    if words:
        raise UnreadableFileError(f"« {path.name} » contient une relance qui ne va pas. {words}")
    return own


def _table(code: str, own: OwnWordings) -> str:
    if own == OwnWordings():
        return ""
    return f"\n[{code}]\nadded = {_list(own.added)}\ndisabled = {_list(own.disabled)}\n"


def _list(words: tuple[str, ...]) -> str:
    # A JSON string is a TOML string, but for the one control character that JSON lets through.
    lines = (json.dumps(w, ensure_ascii=False).replace("\x7f", "\\u007f") for w in words)
    return "[\n" + "".join(f"  {line},\n" for line in lines) + "]"
