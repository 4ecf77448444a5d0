"""The example dossier that is shipped: an invented person and her own words."""

from msgspec import Struct

from workbench.domain import changes as c
from workbench.domain.dossier import Experience, Person
from workbench.domain.positions import Edit
from workbench.paths import RESSOURCES
from workbench.resources import read_toml
from workbench.services.ports import Catalogue, Journal
from workbench.services.session import DossierSession, create_dossier, new_id


class ExampleRecit(Struct, forbid_unknown_fields=True):
    """A story of the example and the experience that it is about."""

    experience: str
    title: str
    text: str


class Example(Struct, forbid_unknown_fields=True):
    """The file `ressources/exemple/dossier.toml`."""

    fiche: str
    trame: str
    person: Person
    answers: dict[str, str]
    experiences: list[Experience]
    recits: list[ExampleRecit]


def load_example() -> Example:
    """Return the example as it is written in the resources."""
    return read_toml(RESSOURCES / "exemple" / "dossier.toml", Example)


def add_example_dossier(journal: Journal, catalogue: Catalogue, author: str) -> DossierSession:
    """Write the example into a store, as if somebody had typed it, and return it open."""
    example = load_example()
    session = create_dossier(journal, example.person, counsellor=author, trame=example.trame)
    for field, answer in example.answers.items():
        session.record(c.StepAnswered(field, answer))
    for experience in example.experiences:
        session.record(c.ExperienceWritten(experience))
    for recit in example.recits:
        recit_id = new_id()
        session.record(c.RecitStarted(recit_id, recit.experience, recit.title))
        session.type(recit_id, Edit(0, 0, recit.text.strip()))
        session.flush()
    session.record(c.FicheAdded(catalogue.fiche(example.fiche)))
    return session
