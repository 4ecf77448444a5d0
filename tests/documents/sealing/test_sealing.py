import re
import zlib
from dataclasses import replace
from io import BytesIO

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.documents.samples import ON, full_document, full_dossier
from workbench.documents.data import attachments
from workbench.documents.pdf import render_pdf
from workbench.documents.sealing import Finding, seal, verify
from workbench.documents.sealing.manifest import find_seals, read_manifest, stored

KEY, OTHER_KEY = b"k" * 32, b"o" * 32
UNSEALED = render_pdf(replace(full_document(), attachments=attachments(full_dossier(), ON)))
SEALED = seal(UNSEALED, KEY, ON)
(PLACE,) = find_seals(SEALED)


def with_data(content, change):
    """Return a sealed file whose seal says something else, its checksum made good."""
    (place,) = find_seals(content)
    data = change(content[place.start + 7 : place.end - 4])
    return content[: place.start] + stored(data) + content[place.end :]


def signature_of(content):
    return read_manifest(content, find_seals(content)[0]).signature.encode()


def test_a_sealed_file_is_intact_and_always_the_same():
    verdict = verify(SEALED)
    assert (verdict.finding, verdict.sealed_on, len(verdict.files)) == (Finding.INTACT, "2026-03-01", 4)
    assert seal(UNSEALED, KEY, ON) == SEALED


@settings(max_examples=400, deadline=None)
@given(st.integers(0, len(SEALED) - 1), st.integers(1, 255))
def test_any_byte_that_changes_is_detected(where, change):
    content = bytearray(SEALED)
    content[where] ^= change
    assert verify(bytes(content)).finding is not Finding.INTACT


@settings(max_examples=60, deadline=None)
@given(st.integers(0, len(SEALED) - 1))
def test_any_truncation_is_detected(length):
    expected = Finding.TRUNCATED if length >= PLACE.end else Finding.INCOMPLETE if length >= 5 else Finding.NOT_PDF
    assert verify(SEALED[:length]).finding is expected


def test_every_byte_of_the_seal_is_watched():
    for where in range(PLACE.start, PLACE.end):
        content = bytearray(SEALED)
        content[where] ^= 0x20
        assert verify(bytes(content)).finding is not Finding.INTACT, where


def test_a_signature_spelt_in_capitals_is_not_the_same_signature():
    letters = signature_of(SEALED)
    assert verify(with_data(SEALED, lambda d: d.replace(letters, letters.upper()))).finding is Finding.DAMAGED_SEAL


def test_bytes_that_are_added_are_counted():
    verdict = verify(SEALED + b"\n% more\n")
    assert (verdict.finding, verdict.bytes_missing) == (Finding.EXTENDED, -8)


def test_a_signature_taken_from_another_document_is_detected():
    other = seal(render_pdf(replace(full_document(), title="Autre")), KEY, ON)
    swapped = with_data(SEALED, lambda d: d.replace(signature_of(SEALED), signature_of(other)))
    assert verify(swapped).finding is Finding.WRONG_SIGNATURE


def test_a_whole_seal_taken_from_another_document_is_detected():
    other = seal(UNSEALED.replace(b"%PDF-1.5", b"%PDF-1.7"), OTHER_KEY, ON)
    (place,) = find_seals(other)
    assert (place.start, place.end) == (PLACE.start, PLACE.end)
    swapped = SEALED[: place.start] + other[place.start : place.end] + SEALED[place.end :]
    assert verify(swapped).finding is not Finding.INTACT


def test_another_key_makes_another_fingerprint():
    assert verify(seal(UNSEALED, OTHER_KEY, ON)).finding is Finding.INTACT
    assert verify(seal(UNSEALED, OTHER_KEY, ON)).fingerprint != verify(SEALED).fingerprint
    claimed = read_manifest(seal(UNSEALED, OTHER_KEY, ON), PLACE).cle.encode()
    mine = read_manifest(SEALED, PLACE).cle.encode()
    assert verify(with_data(SEALED, lambda d: d.replace(mine, claimed))).finding is Finding.WRONG_SIGNATURE


def test_an_attachment_that_changes_is_named():
    with pikepdf.open(BytesIO(SEALED)) as pdf:
        raw = next(f for f in pdf.Root.AF if f.UF == "vae-faisabilite.json").EF.F.read_raw_bytes()
    changed = zlib.compress(zlib.decompress(raw).replace(b"2026", b"2027"), 9)
    content = SEALED.replace(raw, changed.ljust(len(raw), b"\0")[: len(raw)])
    verdict = verify(content)
    assert (verdict.finding, verdict.changed) == (Finding.FILE_CHANGED, ("vae-faisabilite.json",))


def test_a_byte_of_a_page_is_the_document_s():
    where = re.search(rb"stream\n", SEALED).end() + 40
    content = bytearray(SEALED)
    content[where] ^= 1
    assert verify(bytes(content)).finding is Finding.CHANGED


@pytest.mark.parametrize(
    ("content", "finding"),
    [
        (UNSEALED, Finding.UNSEALED),
        (b"", Finding.NOT_PDF),
        (b"PK\x03\x04", Finding.NOT_PDF),
        (UNSEALED[:500], Finding.INCOMPLETE),
        (SEALED + SEALED, Finding.SEVERAL_SEALS),
        (SEALED.replace(b'"format": "etabli-sceau-1"', b'"format": "etabli-sceau-2"'), Finding.DAMAGED_SEAL),
    ],
)
def test_what_has_no_seal_to_believe_is_told_apart(content, finding):
    assert verify(content).finding is finding


def test_a_document_is_sealed_once():
    with pytest.raises(ValueError, match="sealed already"):
        seal(SEALED, KEY, ON)


def test_a_document_without_files_is_sealed_too():
    verdict = verify(seal(render_pdf(full_document()), KEY, ON))
    assert (verdict.finding, verdict.files) == (Finding.INTACT, ())
