import pytest

from workbench.matching.who_did_what import who_did_what


@pytest.mark.parametrize(
    ("sentence", "actor", "reality"),
    [
        ("Je calais mes genoux contre les siens.", "je", "fait"),
        ("Je ne l'ai pas relevé : j'ai mis un coussin sous sa tête.", "je", "fait"),
        ("J'y touchais pas, à la caisse.", "je", "nie"),
        ("C'est moi qui fermais le soir.", "je", "fait"),
        ("Nous, on passait la monobrosse le samedi.", "collectif", "fait"),
        ("Mon mari a repeint les volets.", "autrui", "fait"),
        ("Les piqûres, j'aimerais bien savoir les faire un jour.", "je", "souhait"),
        ("J'aurais aimé apprendre la paie.", "je", "souhait"),
        ("Si j'avais su, j'aurais changé de métier.", "je", "hypothese"),
        ("Si un client râlait, je l'écoutais jusqu'au bout.", "je", "fait"),
        ("Je préparais les plateaux et je tirais le chariot.", "je", "fait"),
        ("Je devais vérifier les extincteurs tous les mois.", "je", "prescrit"),
        ("Il fallait demander à la mairie de remettre la rampe.", "impersonnel", "prescrit"),
        ("Les clients étaient sympas.", "autrui", "autre"),
        ("Fini par ranger toute la réserve avec Karim.", "je", "fait"),
        ("Et là je prends le chariot, je monte les pneus au rack.", "je", "fait"),
    ],
)
def test_who_did_what(model, sentence, actor, reality):
    found = who_did_what(model(sentence))
    assert (str(found.actor), str(found.reality)) == (actor, reality)


def test_the_words_that_say_so_are_in_the_sentence(model):
    sentence = "J'y touchais pas, à la caisse."
    found = who_did_what(model(sentence))
    assert found.actor_words == ("J'",)
    assert found.reality_words == ("pas",)
