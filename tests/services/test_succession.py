from dataclasses import replace

import pytest

from tests.domain.journals import fiche, journal
from workbench.domain import changes as c
from workbench.domain.fold import fold
from workbench.errors import UnknownFicheError
from workbench.referentials.catalogue import SqliteCatalogue
from workbench.services.succession import Succession, successions

OLD = fiche("OLD")


class FakeCatalogue:
    def __init__(self, *fiches):
        self._fiches = {f.code: f for f in fiches}

    def fiche(self, code):
        if code not in self._fiches:
            raise UnknownFicheError(code)
        return self._fiches[code]


def found(*known, own=(OLD,)):
    dossier = fold("d", journal(*(c.FicheAdded(f) for f in own)))
    return [(s.before, s.after) for s in successions(dossier, FakeCatalogue(*known))]


def replaced(made, *codes):
    return replace(made, active=False, replaced_by=codes)


def test_a_fiche_as_the_catalogue_has_it_or_unknown_there_has_no_successor():
    assert found(OLD) == found() == []


def test_a_newer_edition_with_other_competences_is_a_successor():
    newer = fiche("OLD", 2)
    assert found(newer) == [(OLD, newer)]


def test_a_newer_edition_that_only_changes_its_dates_or_its_spaces_is_none():
    (bloc,) = OLD.blocs
    spaced = tuple(replace(k, title=k.title.replace(" ", "  ")) for k in bloc.competences)
    assert found(replace(OLD, valid_until="2030-01-01", blocs=(replace(bloc, competences=spaced),))) == []


def test_the_fiche_that_replaces_it_goes_before_its_own_newer_edition():
    new = fiche("NEW")
    assert found(replaced(fiche("OLD", 2), "NEW"), new) == [(OLD, new)]


def test_replacements_are_followed_to_the_first_that_is_active():
    last = replace(fiche("LAST"), replaced_by=("AFTER",))
    middle = replaced(fiche("MIDDLE"), "LAST")
    assert found(replaced(OLD, "MIDDLE"), middle, last, fiche("AFTER")) == [(OLD, last)]
    assert found(replaced(OLD, "MIDDLE"), middle) == [(OLD, middle)]


def test_replacements_in_a_ring_end():
    back = replaced(fiche("NEW"), "OLD")
    assert found(replaced(OLD, "NEW"), back) == [(OLD, back)]


def test_a_replacement_that_the_catalogue_lacks_or_without_competences_is_none():
    assert found(replaced(OLD, "NEW")) == []
    assert found(replaced(OLD, "NEW"), replace(fiche("NEW"), blocs=())) == []


def test_a_successor_that_the_dossier_has_is_the_dossier_s_own():
    own = fiche("NEW", 1)
    assert found(replaced(OLD, "NEW"), fiche("NEW", 2), own=(OLD, own))[0] == (OLD, own)


@pytest.mark.parametrize(("code", "is_edition"), [("OLD", True), ("NEW", False)])
def test_an_edition_has_the_same_number(code, is_edition):
    dossier = fold("d", journal(c.FicheAdded(OLD)))
    known = FakeCatalogue(replaced(OLD, "NEW"), fiche("NEW")) if code == "NEW" else FakeCatalogue(fiche("OLD", 2))
    assert [s.is_edition for s in successions(dossier, known)] == [is_edition]


def test_the_same_list_cut_otherwise_is_a_new_cut():
    def cut(edition, text):
        made = fiche("OLD", edition)
        return replace(made, blocs=tuple(replace(bloc, source_text=text) for bloc in made.blocs))

    assert Succession(cut(1, "la liste"), cut(2, "la liste")).is_new_cut
    assert not Succession(cut(1, "la liste"), cut(2, "une autre")).is_new_cut
    assert not Succession(cut(1, ""), cut(2, "")).is_new_cut


def test_a_real_fiche_leads_to_the_one_that_replaces_it(shared, tmp_path):
    with SqliteCatalogue(tmp_path / "catalogue.db") as catalogue:
        path = shared / "donnees" / "rncp" / "remplacement_RNCP35340_RNCP40792.xml"
        catalogue.import_file(path, lambda *_: None, lambda: False)
        dossier = fold("d", journal(c.FicheAdded(catalogue.fiche("RNCP35340"))))
        assert [s.after.code for s in successions(dossier, catalogue)] == ["RNCP40792"]
