"""Whatever a document shows of what a person told is a piece that was read back: a secret in each, and none leaves."""

from dataclasses import fields, replace
from datetime import date

import docx
import pikepdf
import pytest

from tests.documents.attached import pdf, png
from tests.domain.journals import FICHES
from workbench.documents.registry import KINDS, Wish
from workbench.domain.attachments import PDF, Attachment, AttachmentKind
from workbench.domain.dossier import Dossier, Evidence, Experience, Person, PreparedQuestion, Recit
from workbench.domain.handover import Treatment
from workbench.domain.passages import PassageMap
from workbench.domain.pieces import Topic
from workbench.domain.positioning import Note, Position, Positioning, Prerequisite
from workbench.domain.positions import Span
from workbench.domain.vae import Held, Part, Practice, Vae
from workbench.services.handover import hand_over
from workbench.services.read_back import Handover, read_back

SECRET = "motsecret"
KEPT = {"id", "kind", "start", "end"}
FILES = {"0" * 64: pdf(SECRET), "1" * 64: png()}
WISH = Wish(date(2026, 11, 22), fiche="F", recipient="GRETA", read_file=FILES.__getitem__)
KEY = bytes(32)


@pytest.fixture
def dossier():
    """Return a dossier whose every text that the person told holds a secret."""
    texts = {f.name: f"{SECRET} {f.name}" for f in fields(Experience) if f.name not in KEPT}
    words = f"Je tais {SECRET} ici."
    evidence = Evidence("e", "r", Span(0, len(words)), "F", "p1", wording=f"Autrement {SECRET}", agreed=words)
    return Dossier(
        "d",
        Person("Awa", "Diallo", contact=f"{SECRET}@exemple.fr", goal=f"Viser {SECRET}"),
        trame="cep-reconnaissance",
        experiences={"x": Experience("x", **texts)},
        recits={"r": Recit("r", "x", f"Le jour {SECRET}", f"{words} Puis {SECRET} encore.")},
        evidence=PassageMap().with_item(evidence),
        taken_back=PassageMap().with_item(replace(evidence, id="t")),
        fiches={"F": FICHES[0]},
        answers={"accueil.attente": f"Attendre {SECRET}", "bilan.suite": SECRET},
        preparation={"q": PreparedQuestion("q", f"Et {SECRET} ?")},
        vae=_vae(),
        positionings={"F": _positioning()},
        attachments=_attachments(),
    )


def _vae():
    return Vae(
        answers={("", "candidat.email"): SECRET, ("F", "avis.motifs"): SECRET, ("", "demande.objectifs"): SECRET},
        aimed={"F": ("FB",)},
        held={("F", "p1"): Held.YES},
        comments={("F", "FB"): f"Commentaire {SECRET}"},
        practices={Practice("F", "FB", "x", part): f"{part} {SECRET}" for part in Part},
    )


def _attachments():
    kind = AttachmentKind.OTHER
    return {
        "a": Attachment("a", f"Pièce {SECRET}", kind, PDF, 9, "0" * 64, "2026-11-22", "x"),
        "b": Attachment("b", f"Photo {SECRET}", kind, "image/png", 9, "1" * 64, "2026-11-22"),
    }


def _positioning():
    return Positioning(
        notes={note: f"{note} {SECRET}" for note in Note},
        prerequisites={"q": Prerequisite("q", "Permis B", met=True, proof=SECRET)},
        positions={"p1": Position(proof=SECRET, plan=SECRET)},
    )


@pytest.mark.parametrize("form", ["docx", "data"])
@pytest.mark.parametrize("kind", KINDS)
def test_what_was_withdrawn_everywhere_is_nowhere(kind, form, dossier, tmp_path):
    read = read_back(dossier, kind, "F" if KINDS[kind].fiches else "")
    withdrawn = {r.piece.key: Treatment.WITHDRAW for r in read}
    wish = WISH if KINDS[kind].fiches else replace(WISH, fiche="")
    for name in ("docx",) if form == "docx" else KINDS[kind].data:
        path = tmp_path / f"{name}.out"
        hand_over(dossier, Handover(kind, name, wish, withdrawn), path, KEY)
        assert SECRET not in _text(path, name)


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_kept_is_there(kind, dossier, tmp_path):
    wish = WISH if KINDS[kind].fiches else replace(WISH, fiche="")
    hand_over(dossier, Handover(kind, "docx", wish, {}), tmp_path / "a", KEY)
    assert SECRET in _text(tmp_path / "a", "docx")


@pytest.mark.parametrize("treatment", Treatment)
@pytest.mark.parametrize("kind", ["portefeuille", "portefeuille-jury"])
def test_a_file_leaves_only_if_it_was_kept(kind, treatment, dossier, tmp_path):
    read = [r for r in read_back(dossier, kind, "") if r.piece.is_file]
    asked = Handover(kind, "pdf", replace(WISH, fiche=""), {r.piece.key: treatment for r in read})
    assert len(read) == 2
    handed = hand_over(dossier, asked, tmp_path / "a.pdf", KEY)
    with pikepdf.open(tmp_path / "a.pdf") as made:
        carried = [n for n in made.attachments if made.attachments[n].get_file().read_bytes() in FILES.values()]
        pictures = sum(len(page.get_images()) for page in made.pages)
    assert (len(carried), pictures) == ((1, 1) if treatment is Treatment.KEEP else (0, 0))
    assert sum(p.treatment is treatment and p.place.startswith("Pièce jointe") for p in handed.pieces) == 2


@pytest.mark.parametrize("kind", set(KINDS) - {"portefeuille", "portefeuille-jury"})
def test_no_other_document_carries_files(kind, dossier):
    assert not any(r.piece.is_file for r in read_back(dossier, kind, ""))
    assert Topic.ATTACHMENTS not in KINDS[kind].shows


def _text(path, form):
    if form != "docx":
        return path.read_text("utf-8")
    document = docx.Document(str(path))
    return "\n".join(text.text or "" for text in document.element.body.iter() if isinstance(text.tag, str))
