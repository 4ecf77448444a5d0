from dataclasses import replace

import msgspec
import pytest

from tests.referentials.flux import bloc, fiche, flux, never, silent, write_xml
from workbench.database import Migrations, migrate, open_database
from workbench.domain.catalogue import Entry, FicheDetails, Filters, Kind
from workbench.domain.referential import Bloc, Fiche
from workbench.referentials.catalogue import SqliteCatalogue
from workbench.referentials.migrations import m001_catalogue
from workbench.referentials.paragraphs import set_out
from workbench.referentials.records import record

MORE = """
<ANCIENNES_CERTIFICATIONS><ANCIENNE_CERTIFICATION><ID_FICHE_ANCIENNE_CERTIFICATION>RNCP80000
</ID_FICHE_ANCIENNE_CERTIFICATION></ANCIENNE_CERTIFICATION></ANCIENNES_CERTIFICATIONS>
<ACTIVITES_VISEES>- Tenir un stand    - Compter les points</ACTIVITES_VISEES>
<SECTEURS_ACTIVITE>Fêtes  foraines</SECTEURS_ACTIVITE>
<TYPE_EMPLOI_ACCESSIBLES>Forain</TYPE_EMPLOI_ACCESSIBLES>
<SI_JURY_VAE><ACTIF>Oui</ACTIF><COMPOSITION>Trois forains</COMPOSITION></SI_JURY_VAE>
<DATE_DECISION>17/03/2021</DATE_DECISION><DATE_EFFET>01/09/2021</DATE_EFFET>
<DATE_LIMITE_DELIVRANCE>28/03/2032</DATE_LIMITE_DELIVRANCE>
<TYPE_ENREGISTREMENT>Enregistrement de droit</TYPE_ENREGISTREMENT>
<OBJECTIFS_CONTEXTE>Former des forains.</OBJECTIFS_CONTEXTE>
"""
ASSESSED = bloc().replace(
    "</BLOC_", "<MODALITES_EVALUATION>Mise en situation    Entretien</MODALITES_EVALUATION></BLOC_"
)


@pytest.fixture
def catalogue(tmp_path):
    with SqliteCatalogue(tmp_path / "referentiels.sqlite") as opened:
        yield opened


def take(catalogue, path, content):
    return catalogue.import_file(write_xml(path, content), silent, never)


def test_the_details_of_a_fiche_are_read_from_the_flux(catalogue, tmp_path):
    take(catalogue, tmp_path / "f.xml", flux(fiche(more=MORE, blocs=ASSESSED)))
    assert catalogue.details("RNCP90001") == FicheDetails(
        objectives="Former des forains.",
        activities="• Tenir un stand\n• Compter les points",
        employments="Forain",
        sectors="Fêtes foraines",
        assessments=(("RNCP90001BC01", "Mise en situation\nEntretien"),),
        open_to_vae=True,
        vae_jury="Trois forains",
        registration="Enregistrement de droit",
        decided_on="2021-03-17",
        effective_on="2021-09-01",
        last_award_on="2032-03-28",
        replaces=("RNCP80000",),
    )


def test_a_change_of_details_alone_is_an_update_that_leaves_the_competences_alone(catalogue, tmp_path):
    take(catalogue, tmp_path / "a.xml", flux(fiche(more=MORE)))
    mark = catalogue.active_mark()
    assert take(catalogue, tmp_path / "b.xml", flux(fiche(more=MORE.replace("Trois", "Cinq")))).updated == 1
    assert catalogue.details("RNCP90001").vae_jury == "Cinq forains"
    assert catalogue.active_mark() == mark


def test_details_do_not_make_the_fiche_that_a_dossier_carries_bigger(catalogue, tmp_path):
    take(catalogue, tmp_path / "f.xml", flux(fiche(more=MORE, blocs=ASSESSED)))
    plain = write_xml(tmp_path / "plain.xml", flux(fiche("RNCP90002", blocs=bloc())))
    catalogue.import_file(plain, silent, never)
    carried, bare = (msgspec.json.encode(catalogue.fiche(f"RNCP9000{n}")) for n in (1, 2))
    assert len(carried) == len(bare)


def test_a_shipped_referential_has_no_details(catalogue):
    assert catalogue.details("EX-SOINS") is None
    assert catalogue.details("RNCP0") is None


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Une phrase.  Une autre   suite", "Une phrase.\nUne autre suite"),
        ("Cas :    * un * deux", "Cas :\n• un * deux"),
        ("● un ● deux", "• un\n• deux"),
        ("1. Un  2. Deux", "1. Un\n2. Deux"),
        ("- peut-être", "• peut-être"),
        ("ouvrier o agent", "ouvrier o agent"),
        ("  ", ""),
        ("-", ""),
    ],
)
def test_texts_get_their_lines_back(text, lines):
    assert set_out(text) == lines


def first_version(path, fiche):
    """Write a catalogue as the first version did."""
    steps = Migrations("etabli.referentiels")
    steps(name="m001_catalogue")(m001_catalogue)
    db = open_database(path, None)
    migrate(db, steps)
    made = record(Entry(fiche))
    values = [fiche.code, fiche.origin, made.digest, made.heading, made.blocs]
    db.execute("INSERT INTO fiches VALUES (9, ?, 1, 0, ?, ?, ?, ?)", values)
    db.conn.commit()
    db.conn.close()


def test_a_catalogue_of_the_first_version_is_brought_up_to_date(tmp_path):
    path = tmp_path / "referentiels.sqlite"
    origin = "Source : France compétences, export du 16/08/2026 (Licence Ouverte 2.0)"
    before = Fiche("RNCP7", "Forain", (Bloc("B", "Tir", ()),), 4, origin=origin, jobs=("Z1000 Fête",))
    first_version(path, replace(before, certifiers=("Œuvre",)))
    with SqliteCatalogue(path) as catalogue:
        filters = Filters(kind=Kind.RNCP, active_only=True, level=4, rome="Z1000", certifier="oeuvre")
        assert catalogue.search("", filters=filters) == (replace(before, certifiers=("Œuvre",), blocs=()),)
        assert catalogue.fiche("RNCP7").blocs == before.blocs
        assert catalogue.details("RNCP7") is None
        take(catalogue, tmp_path / "2026-09-01.xml", flux(fiche("RNCP7", more=MORE)))
        assert catalogue.details("RNCP7").open_to_vae
