from datetime import date
from io import BytesIO

import pikepdf
import pytest

from tests.documents.attached import jpeg, pdf, png
from tests.services.fakes import FakeJournal
from workbench.domain import attachment_changes as a
from workbench.domain.attachments import AttachmentKind
from workbench.domain.dossier import Person
from workbench.errors import UnreadableFileError
from workbench.services.attachments import LARGEST, attach
from workbench.services.session import create_dossier

ON = date(2026, 11, 22)


@pytest.fixture
def session():
    return create_dossier(FakeJournal(), Person("Awa"), counsellor="moi", trame="cep")


def protected():
    output = BytesIO()
    with pikepdf.open(BytesIO(pdf())) as made:
        made.save(output, encryption=pikepdf.Encryption(user="secret", owner="secret"))
    return output.getvalue()


@pytest.mark.parametrize(
    ("name", "content", "kind", "media_type"),
    [
        ("a_b.pdf", pdf(), AttachmentKind.OTHER, "application/pdf"),
        ("a b.PNG", png(), AttachmentKind.PICTURE, "image/png"),
        ("a b.bin", jpeg(), AttachmentKind.PICTURE, "image/jpeg"),
    ],
)
def test_a_file_is_known_by_what_is_in_it_and_kept_as_it_is(name, content, kind, media_type, session, tmp_path):
    (tmp_path / name).write_bytes(content)
    known = attach(tmp_path / name, "x", session.keep_file, ON)
    assert (known.title, known.kind, known.media_type, known.size) == ("a b", kind, media_type, len(content))
    assert (known.added, known.experience_id) == ("2026-11-22", "x")
    assert session.read_file(known.digest) == content


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "ni un PDF ni une image"),
        (b"GIF89a", "ni un PDF ni une image"),
        (b"%PDF-1.7 rien", "est abîmé"),
        (png()[:60], "est abîmé"),
        (jpeg()[:300], "est abîmé"),
        (protected(), "mot de passe"),
        (b"%PDF-" + bytes(LARGEST), "plus de 20 Mo"),
    ],
)
def test_a_file_that_cannot_be_attached_gets_one_sentence_and_is_not_kept(content, said, tmp_path):
    kept = []
    (tmp_path / "a.pdf").write_bytes(content)
    with pytest.raises(UnreadableFileError, match=said):
        attach(tmp_path / "a.pdf", "x", kept.append, ON)
    assert kept == []


def test_a_file_that_is_gone_gets_one_sentence(session, tmp_path):
    with pytest.raises(UnreadableFileError, match="toujours là"):
        attach(tmp_path / "absent.pdf", "x", session.keep_file, ON)


def test_undoing_a_removal_finds_the_file_again(session, tmp_path):
    (tmp_path / "a.png").write_bytes(png())
    known = attach(tmp_path / "a.png", "x", session.keep_file, ON)
    session.record(a.AttachmentAdded(known))
    session.record(a.AttachmentRemoved(known.id))
    assert session.dossier.attachments == {}
    session.undo()
    assert session.read_file(session.dossier.attachments[known.id].digest) == png()
