"""The main job from end to end, without a screen: what the window does, in the same order, by the same means."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from workbench.documents.registry import Wish
from workbench.domain import changes as c
from workbench.domain.analysis import SentenceAnalysis
from workbench.domain.dossier import Dossier, Recit, Strength
from workbench.files import prepare_folder
from workbench.services.analysis import analyse
from workbench.services.documents import DATA_FORMATS, write_document
from workbench.services.example import add_example_dossier
from workbench.services.ports import Progress
from workbench.services.referentials import open_catalogue
from workbench.services.session import DossierSession, new_id
from workbench.services.vault import open_unprotected

AUTHOR = "Démonstration"


@dataclass(frozen=True, slots=True)
class DemoResult:
    """What the demonstration did."""

    dossier: Dossier
    sentences: int
    proposed: int
    documents: tuple[Path, ...]
    store: Path


def run_demo(folder: Path, output: Path, on: date, progress: Progress) -> DemoResult:
    """Open the example, read its stories, accept what is proposed, save it, write the portfolio.

    Raises:
        StoreError: a folder cannot be written.
    """
    store = folder / "demonstration"
    prepare_folder(store)
    prepare_folder(output, "--sortie")
    with open_catalogue(folder) as catalogue:
        journal = open_unprotected(store)
        try:
            session = add_example_dossier(journal, catalogue, AUTHOR)
            progress(1, 4)
            sentences = proposed = 0
            for recit in list(session.dossier.recits.values()):
                found = analyse(recit.text, tuple(session.dossier.fiches.values())).sentences
                sentences += len(found)
                proposed += accept_proposals(session, recit, found)
            progress(3, 4)
            saved = DossierSession(journal, session.dossier.id, AUTHOR).dossier
            key = journal.signing_key()
        finally:
            journal.close()
    documents = write_document(saved, "portefeuille", Wish(on), output, ("pdf", "docx", *DATA_FORMATS), key)
    return DemoResult(saved, sentences, proposed, documents, store)


def accept_proposals(session: DossierSession, recit: Recit, sentences: Sequence[SentenceAnalysis]) -> int:
    """Accept every proposal of a story, as only a demonstration may; return how many."""
    accepted = 0
    for sentence in sentences:
        for suggestion in sentence.suggestions:
            if suggestion.proposed:
                session.record(
                    c.EvidenceAccepted(
                        evidence_id=new_id(),
                        recit_id=recit.id,
                        span=sentence.span,
                        fiche=suggestion.fiche,
                        competence=suggestion.competence,
                        strength=Strength.TOLD,
                        suggested=True,
                    )
                )
                accepted += 1
    return accepted
