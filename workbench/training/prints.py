"""Keying packs: the print of each competence's wording, written beside its code."""

import re
from pathlib import Path
from typing import Final

from workbench.errors import UnreadableFileError
from workbench.matching.packs import PACKS, written_print
from workbench.referentials.spreadsheet import read_spreadsheet

_CODE: Final = re.compile(r'^code = "(?P<code>[^"]+)"$')


def key_pack(table: Path, folder: Path = PACKS) -> int:
    """Write the prints of a fiche's competences into its pack and return how many.

    Raises:
        UnreadableFileError: the pack names a competence that the table does not have.
    """
    titles = {c.code: c.title for fiche in read_spreadsheet(table) for c in fiche.competences()}
    pack = folder / f"{table.stem}.toml"
    lines: list[str] = []
    keyed = 0
    for line in pack.read_text("utf-8").split("\n"):
        if line.startswith("empreinte = "):
            continue
        lines.append(line)
        match = _CODE.match(line)
        if match:
            lines.append(f'empreinte = "{written_print(_title(titles, match["code"], pack))}"')
            keyed += 1
    pack.write_text("\n".join(lines), "utf-8")
    return keyed


def _title(titles: dict[str, str], code: str, pack: Path) -> str:
    if code not in titles:
        raise UnreadableFileError(f"« {pack.name} » nomme la compétence {code}, que le tableau n'a pas.")
    return titles[code]
