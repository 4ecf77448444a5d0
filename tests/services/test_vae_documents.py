"""The dossier de faisabilité carries what its certifier may read, and nothing of another application."""

import json
from dataclasses import replace
from datetime import date

import pikepdf

from tests.documents.samples import FICHE
from tests.documents.vae.samples import filled_dossier
from workbench.documents.registry import Wish
from workbench.domain.passages import PassageMap
from workbench.services.documents import write_document

ON = date(2026, 11, 22)


def carried(dossier, kind, folder, fiche=""):
    (path,) = write_document(dossier, kind, Wish(ON, fiche=fiche), folder, ("pdf",))
    with pikepdf.open(path) as pdf:
        return {name: json.loads(file.get_file().read_bytes()) for name, file in pdf.attachments.items()}


def two_applications():
    """Return a dossier that aims at two certifications, with an opinion on each."""
    dossier = filled_dossier()
    vae = dossier.vae.answered("EX-2", "avis.motifs", "Un autre avis")
    evidence = PassageMap()
    for proof in dossier.evidence.values():
        evidence = evidence.with_item(proof)
    return replace(
        dossier,
        fiches={**dossier.fiches, "EX-2": replace(FICHE, code="EX-2", title="Autre")},
        vae=vae,
        evidence=evidence,
    )


def test_its_data_is_about_its_certification_alone(tmp_path):
    file = carried(two_applications(), "vae-faisabilite", tmp_path, "EX-1")["vae-faisabilite.json"]
    assert [d["certification"]["nom"] for d in file["dossiersDeFaisabilite"]] == ["Aide à domicile"]
    assert "Un autre avis" not in json.dumps(file, ensure_ascii=False)


def test_the_portfolio_carries_neither_the_opinion_nor_where_the_person_lives(tmp_path):
    files = carried(two_applications(), "portefeuille", tmp_path)
    assert set(files) == {"open-badges.json", "json-resume.json", "europass-elm.json"}
    assert "Un autre avis" not in json.dumps(files, ensure_ascii=False)
