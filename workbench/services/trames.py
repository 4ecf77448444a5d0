"""The interview guides that are shipped in `ressources/trames`."""

from workbench.domain.trame import CONDITIONS, Trame
from workbench.errors import UnreadableFileError
from workbench.paths import RESSOURCES
from workbench.resources import read_toml

DEFAULT = "cep-reconnaissance"


def load_trames() -> tuple[Trame, ...]:
    """Return the guides in order of title.

    Raises:
        UnreadableFileError: a guide is not what it should be; the sentence names it.
    """
    trames = [read_toml(path, Trame) for path in sorted((RESSOURCES / "trames").glob("*.toml"))]
    for trame in trames:
        unknown = {name for step in trame.steps for name in step.waits_for} - CONDITIONS.keys()
        if unknown:
            raise UnreadableFileError(
                f"La trame « {trame.title} » attend des conditions inconnues : {', '.join(sorted(unknown))}."
            )
    return tuple(sorted(trames, key=lambda t: t.title))


def trame(trame_id: str) -> Trame:
    """Return the guide of that identifier, or the default one if it is no longer there."""
    trames = {t.id: t for t in load_trames()}
    return trames.get(trame_id, trames[DEFAULT])
