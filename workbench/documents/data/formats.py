"""The formats by name, how each is written, and the files that a PDF carries inside."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Any, Final

import msgspec

from workbench.documents.blocks import Attachment
from workbench.documents.data.europass import european_credential
from workbench.documents.data.json_resume import resume
from workbench.documents.data.open_badges import open_badges
from workbench.documents.data.vae import feasibility
from workbench.documents.letters import clean
from workbench.domain.dossier import Dossier


@dataclass(frozen=True, slots=True)
class DataFormat:
    """A format: what it is called, the file it is embedded as, and how a dossier becomes its value."""

    title: str
    file_name: str
    media_type: str
    description: str
    build: Callable[[Dossier, date], msgspec.Struct]

    def render(self, dossier: Dossier, on: date) -> bytes:
        """Return the JSON of a dossier as it stands on a date: always the same bytes for the same dossier."""
        values = _cleaned(msgspec.to_builtins(self.build(dossier, on)))
        return msgspec.json.format(msgspec.json.encode(values), indent=2) + b"\n"


FORMATS: Final[Mapping[str, DataFormat]] = MappingProxyType(
    {
        "open-badges": DataFormat(
            "Open Badges 3.0",
            "open-badges.json",
            "application/ld+json",
            "Compétences déclarées par la personne et leurs preuves, une par badge ; non signées.",
            open_badges,
        ),
        "json-resume": DataFormat(
            "JSON Resume",
            "json-resume.json",
            "application/json",
            "Curriculum vitæ : expériences et compétences étayées.",
            resume,
        ),
        "europass": DataFormat(
            "Europass (ELM)",
            "europass-elm.json",
            "application/ld+json",
            "Acquis à la forme du modèle européen des apprentissages ; non signés, écarts dits dans le fichier.",
            european_credential,
        ),
        "vae": DataFormat(
            "France VAE",
            "vae-faisabilite.json",
            "application/json",
            "Dossier de faisabilité sous les noms de champs de France VAE ; ce qui manque y est nommé.",
            feasibility,
        ),
    }
)


def attachments(dossier: Dossier, on: date, names: Iterable[str] = tuple(FORMATS)) -> tuple[Attachment, ...]:
    """Return formats of a dossier, by their names, as files to embed."""
    wanted = (FORMATS[name] for name in names)
    return tuple(Attachment(f.file_name, f.media_type, f.description, f.render(dossier, on)) for f in wanted)


def _cleaned(value: Any) -> Any:
    """Return a JSON value whose texts every reader accepts: a story may hold letters that no encoding has."""
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, dict):
        return {key: _cleaned(item) for key, item in value.items()}
    return [_cleaned(item) for item in value] if isinstance(value, list | tuple) else value
