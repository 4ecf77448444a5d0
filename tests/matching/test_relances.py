import pytest

from workbench.domain.analysis import Actor, Reality, SentenceAnalysis, StoryAnalysis, WhoDidWhat
from workbench.domain.solidity import Grade, Point
from workbench.matching.lacks import Passage, Told, lacks, passages
from workbench.matching.relances import next_relance, with_passages
from workbench.matching.sentences import split
from workbench.matching.who_did_what import who_did_what

DONE = WhoDidWhat(Actor.SELF, Reality.DONE)


def read(model, story):
    """Return a story's analysis by rules, deepened by its passages."""
    sentences = tuple(SentenceAnalysis(s, who_did_what(model(story[s.start : s.end]))) for s in split(story))
    return with_passages(story, StoryAnalysis(sentences)).sentences


def codes(model, sentence):
    return lacks(Passage(Told(sentence, who_did_what(model(sentence)))))


CASES = [
    ("COLL", "On rangeait la réserve."),
    ("COLL", "Nous avons vidé le camion avant la pluie."),
    ("COLL", "On a monté le barnum."),
    ("IMP", "Il fallait nettoyer les bacs."),
    ("IMP", "Les sols étaient lavés à grande eau."),
    ("IMP", "Trier les colis, scanner, ranger."),
    ("HAB", "Tous les matins je pliais les draps."),
    ("HAB", "Le mercredi j'emmenais les petits à la piscine."),
    ("HAB", "Je relis toujours le bon avant de signer."),
    ("HYP", "J'aurais changé la procédure."),
    ("HYP", "Demain je ferai l'inventaire."),
    ("HYP", "Si j'avais un client difficile, je resterais calme."),
    ("OPI", "Je pense que c'est important."),
    ("OPI", "Je suis quelqu'un de très rigoureux."),
    ("OPI", "J’aime bien le contact."),
    ("FAIB", "Je m'occupais des commandes."),
    ("FAIB", "J'ai participé à l'ouverture du rayon."),
    ("FAIB", "Je gère les stocks."),
    ("PRES", "Je devais vérifier les extincteurs."),
    ("PRES", "On m'a demandé de former la nouvelle."),
    ("PRES", "J'étais chargée de la caisse."),
    ("PRES", "On devait aussi faire boire tout le monde."),
    ("ETAP", "J'ai rebouché le trou."),
    ("CONT", "J'ai posé le carrelage."),
    ("MOY", "J'ai plié les draps."),
    ("INTER", "J'ai découpé la tôle à la scie."),
    ("DEC", "J'ai lavé la vitre avec la raclette."),
    ("RES", "J'ai lavé la vitre avec la raclette."),
    ("QUANT", "J'ai lavé la vitre avec la raclette."),
    ("PREUVE", "Ce jour-là, chez Roux, j'ai pris la clé, puis j'ai appelé le 15 parce qu'il était pâle."),
]

SATISFIED = [
    ("COLL", "On rangeait la réserve et moi je tenais l'escabeau."),
    ("HAB", "Un lundi, j'ai trouvé la porte ouverte."),
    ("HYP", "J'aimerais passer le permis."),
    ("FAIB", "Je m'occupais des commandes : je comptais les cartons et je signais le bon."),
    ("FAIB", "J'ai fait manger trois personnes."),
    ("PRES", "On m'a demandé de ranger, alors j'ai trié les cartons."),
    ("ETAP", "J'ai lavé la vitre et j'ai essuyé le bord."),
    ("CONT", "J'ai posé le carrelage chez un dentiste."),
    ("MOY", "J'ai noté la livraison dans le registre."),
    ("INTER", "J'ai porté la tôle avec Karim."),
    ("DEC", "J'ai lavé à l'eau froide parce que ça moussait trop."),
    ("RES", "J'ai changé le joint et du coup ça ne fuyait plus."),
    ("QUANT", "J'ai lavé douze vitres."),
    ("PREUVE", "Ce jour-là, chez Roux, j'ai pris la clé, puis j'ai tout écrit dans le cahier parce qu'il était pâle."),
]


@pytest.mark.parametrize(("code", "sentence"), CASES)
def test_what_a_sentence_lacks_is_asked(model, code, sentence):
    assert code in codes(model, sentence)


@pytest.mark.parametrize(("code", "sentence"), SATISFIED)
def test_what_a_sentence_holds_is_not_asked(model, code, sentence):
    assert code not in codes(model, sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Je n'ai jamais conduit le chariot.",
        "C'est ma collègue qui préparait les perfusions.",
        "J'aimerais passer le permis.",
        "C'était dur.",
        "Il était assis à côté du lit.",
        "🙂",
        "12",
    ],
)
def test_what_is_no_deed_of_the_person_is_not_pursued(model, sentence):
    assert codes(model, sentence) == ()


def test_a_tool_named_in_the_sentence_before_counts(model):
    alone = codes(model, "J'ai essuyé le bord.")
    _, after = read(model, "J'ai pris la raclette neuve. J'ai essuyé le bord.")
    assert "MOY" in alone
    assert "MOY" not in after.lacks


def test_a_present_told_in_an_anchored_story_is_one_time(model):
    told = read(model, "Ce jour-là, j'arrive au dépôt. Et là je prends le chariot et je lève les fourches.")[1]
    assert Point.ONCE in {s.point for s in told.solidity.signs}
    assert "HAB" not in told.lacks


def test_a_blank_line_ends_a_passage(model):
    told = read(model, "Ce jour-là, j'ai pris la raclette.\n\nJe lave la vitre.")[1]
    assert not any(s.nearby for s in told.solidity.signs)


def test_what_someone_else_decided_is_not_lent_to_the_person():
    other = Told("Le chef a vérifié le plan.", WhoDidWhat(Actor.OTHER, Reality.DONE))
    _, passage = passages([other, Told("J'ai coupé la planche.", DONE)])
    assert Point.DECISION not in {s.point for s in passage.solidity.signs}


def test_a_full_story_is_probative_and_says_which_words_made_it_so(model):
    told = read(model, "Ce jour-là, chez M. Roux, j'ai pris la clé, puis j'ai appelé le 15 avec mon téléphone.")[0]
    assert told.solidity.grade is Grade.PROBATIVE
    words = {s.point: s.words for s in told.solidity.signs}
    assert words[Point.ONCE] == "Ce jour-là"
    assert words[Point.CONTEXT] == "chez M. Roux"
    assert words[Point.MEANS] == "avec mon téléphone"


def test_one_question_at_most_is_asked(model):
    story = "On rangeait la réserve. Je gère les stocks. J'ai plié les draps. Il pleuvait."
    assert [len(s.relances) for s in read(model, story)] == [1, 1, 1, 0]


def test_two_neighbours_are_not_asked_the_same():
    story = "J'ai plié un drap.\n\nJ'ai lavé un mur.\n\nJ'ai peint un volet."
    analysis = StoryAnalysis(tuple(SentenceAnalysis(s, DONE) for s in split(story)))
    first, second, third = (s.relances[0].code for s in with_passages(story, analysis).sentences)
    assert first != second != third


@pytest.mark.parametrize(
    ("asked", "code"), [((), "MOY"), (("MOY",), "DEC"), (("MOY", "DEC"), "MOY"), (("DEC", "MOY"), "DEC")]
)
def test_the_same_code_is_not_asked_twice_in_a_row(asked, code):
    assert [r.code for r in next_relance("J'ai plié les draps.", ("MOY", "DEC"), asked)] == [code]


def test_the_only_question_is_not_repeated():
    assert next_relance("J'ai plié les draps.", ("MOY",), ("MOY",)) == ()
