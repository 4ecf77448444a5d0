from workbench.domain.dossier import Dossier, Person
from workbench.domain.trame import missing
from workbench.services.trames import DEFAULT, load_trames, trame


def test_every_shipped_trame_is_read():
    assert DEFAULT in {t.id for t in load_trames()}


def test_a_trame_that_is_gone_gives_way_to_the_default_one():
    assert trame("disparue").id == DEFAULT


def test_a_step_says_what_it_waits_for():
    step = trame(DEFAULT).steps[0]
    assert missing(step, Dossier("d")) == ("personne", "Accord de la personne")
    ready = Dossier("d", person=Person("Awa"), answers={"accueil.accord": "oui"})
    assert missing(step, ready) == ()
