from tests.domain.journals import STORY, journal
from workbench.domain import attachment_changes as a
from workbench.domain import changes as c
from workbench.domain.attachments import PDF, Attachment, AttachmentKind
from workbench.domain.dossier import Dossier
from workbench.domain.fold import fold
from workbench.domain.handover import Choice, Treatment
from workbench.domain.history import read_history
from workbench.domain.pieces import Topic, key_of, pieces
from workbench.domain.reduction import narrowed, reduced
from workbench.domain.telling import tell_history

KNOWN = Attachment("a", "Permis", AttachmentKind.OTHER, PDF, 12, "digest", "2026-11-22", "x")
ADDED = a.AttachmentAdded(KNOWN)
KEY = key_of(Topic.ATTACHMENTS, "a")


def told(*changes):
    return fold("d", journal(*STORY, *changes)).attachments


def test_a_file_is_added_described_and_removed():
    described = a.AttachmentDescribed("a", "Permis B", AttachmentKind.DIPLOMA)
    assert told(ADDED) == {"a": KNOWN}
    assert (told(ADDED, described)["a"].title, told(ADDED, described)["a"].kind) == ("Permis B", AttachmentKind.DIPLOMA)
    assert told(ADDED, a.AttachmentRemoved("a")) == told(described) == {}


def test_a_file_goes_with_its_experience_and_comes_back_with_it():
    assert told(ADDED, c.ExperienceRemoved("x")) == {}
    assert told(ADDED, c.ExperienceRemoved("x"), c.Retracted("e5")) == {"a": KNOWN}


def test_the_history_names_the_file():
    changes = (ADDED, a.AttachmentDescribed("a", "Permis B", AttachmentKind.OTHER), a.AttachmentRemoved("a"))
    assert [line.what for line in tell_history(read_history(journal(*STORY, *changes)))[:3]] == [
        "Pièce jointe retirée : « Permis B »",
        "Pièce jointe « Permis » décrite : « Permis B »",
        "Pièce jointe ajoutée : « Permis »",
    ]


def test_a_file_without_a_title_is_read_back_too():
    (piece,) = pieces(Dossier("d", attachments={"a": Attachment("a", " ", KNOWN.kind, PDF, 1, "e", KNOWN.added)}))
    assert (piece.key, piece.words, piece.is_file) == (KEY, "Sans titre", True)


def test_a_file_leaves_whole_by_its_masked_title_or_not_at_all():
    dossier = Dossier("d", attachments={"a": KNOWN})
    kept, masked, gone = (reduced(dossier, {KEY: Choice(t)}).attachments for t in Treatment)
    assert kept == {"a": KNOWN}
    assert (masked["a"].title, masked["a"].digest, masked["a"].size) == ("[…]", "", 0)
    assert gone == {}


def test_a_document_that_does_not_show_files_is_written_without():
    assert narrowed(Dossier("d", attachments={"a": KNOWN}), {Topic.PERSON}).attachments == {}
