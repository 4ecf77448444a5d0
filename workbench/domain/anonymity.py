"""Taking names out of what a dossier says: the same name always gives the same pseudonym.

Nothing here understands French: a name is a word that something points at (a field, a title, a capital inside a
sentence). What begins a sentence may be a name and is left as it is; `left_to_read` lists it for a person to read.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from workbench.domain.dossier import Dossier

PERSON: Final = "la personne"
_WORD: Final = r"[A-ZÀ-ÖØ-ÞŁŠŽĆČĐŚŹŻĞİŞŐŰĀĒĪŪ][\w’'’-]*"
_NAME: Final = rf"{_WORD}(?:[ -](?:d[eu] |des |la |le |l[’'])*{_WORD})*"
_TITLED: Final = re.compile(
    rf"\b(M\.|Mr\.?|Mme|Mlle|[Mm]onsieur|[Mm]adame|[Mm]ademoiselle|[Dd]octeur|Dr\.?|[Mm]aître|[Ss]œur|[Pp]ère)\s+({_NAME})"
)
_PLACED: Final = re.compile(rf"\b(?:à|À|au|aux|en|vers|près de|depuis|rue|avenue|place|boulevard)\s+({_NAME})")
_EMPLOYER: Final = re.compile(
    rf"\b(?:[Cc]hez|société|entreprise|association|hôpital|clinique|maison|résidence|école|collège|lycée|mairie|"
    rf"garage|restaurant|magasin|groupe|Ehpad|EHPAD|ADMR)\s+(?:de |d[’']|du |des |la |le |l[’'])?({_NAME})"
)
_INSIDE: Final = re.compile(rf"(?<=[a-zà-öø-ÿœ,] )({_NAME})")
_FIRST: Final = re.compile(rf"(?:^|[.!?…:»«(\n–-]\s*)({_WORD})", re.MULTILINE)
_REACHED: Final = re.compile(
    r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+|https?://\S+|www\.\S+|(?:\+\d{2,3}|\b0)(?:[ .-]?\d){9}(?!\d)", re.ASCII
)
_POSTCODE: Final = re.compile(r"\b\d{5}\b")
_ELIDED: Final = re.compile(r"^(?:[dljmnstcDLJMNSTC]|[Qq]u)[’']")
_LEAST: Final = 2  # letters: shorter words are initials that would be found everywhere
_COMMON: Final = frozenset(
    """je j il elle on nous vous ils elles le la les l un une des du de ce cette ces mon ma mes son sa ses
    ça cela et mais ou donc or ni car si quand puis alors ensuite après avant pendant parfois souvent toujours
    chaque tout tous toute toutes lundi mardi mercredi jeudi vendredi samedi dimanche janvier février mars avril mai
    juin juillet août septembre octobre novembre décembre oui non monsieur madame dans pour avec sans sur sous chez
    au aux en à par comme parce que qu qui quoi dont où là ici hier aujourd demain c s d m n t y ne pas plus très
    bien aussi même encore déjà enfin bref voilà leur leurs notre nos votre vos quelle quel quelqu un jour fois
    dossier récit expérience aide epi dvd tv cv sms gps cap bep bac bts rncp vae cep smic cdi cdd ehpad esat samu
    france français française""".split()
)


@dataclass(frozen=True, slots=True)
class Pseudonyms:
    """What each name becomes, and the words at the beginning of sentences that may still be names."""

    names: Mapping[str, str]
    left_to_read: tuple[str, ...] = ()

    def applied(self, text: str) -> str:
        """Return a text with every name replaced, e-mail addresses, telephone numbers and postcodes masked."""
        masked = _POSTCODE.sub("[code postal]", _REACHED.sub("[coordonnées]", text))
        if not self.names:
            return masked
        folded = {name.casefold(): pseudonym for name, pseudonym in self.names.items()}
        return self._found().sub(lambda match: folded.get(match[0].casefold(), PERSON), masked)

    def _found(self) -> re.Pattern[str]:
        """Return what finds the names, the longest first: the person's own in small letters too, others as capitals."""
        longest_first = sorted(self.names, key=len, reverse=True)
        ways = [
            f"(?i:{re.escape(name)})" if self.names[name] == PERSON else f"{re.escape(name)}|{re.escape(name.upper())}"
            for name in longest_first
        ]
        return re.compile(rf"(?<!\w)(?:{'|'.join(ways)})(?!\w)")


def pseudonyms(dossier: Dossier) -> Pseudonyms:
    """Return what the names of a dossier become: the person, people, employers and places, each numbered as met."""
    texts = tuple(_texts(dossier))
    official = {word.casefold() for word in _official_words(dossier)} | _COMMON
    names: dict[str, str] = {}
    names.update(dict.fromkeys(_person_names(dossier), PERSON))
    _number(names, [dossier.counsellor], "Conseiller", official)
    _number(names, (m[2] for text in texts for m in _TITLED.finditer(text)), "Personne", official)
    _number(names, (m[1] for text in texts for m in _EMPLOYER.finditer(text)), "Employeur", official)
    places = [e.place for e in dossier.experiences.values()]
    _number(names, (name for place in places for name in re.findall(_NAME, place)), "Lieu", official)
    _number(names, (m[1] for text in texts for m in _PLACED.finditer(text)), "Lieu", official)
    _number(names, (m[1] for text in texts for m in _INSIDE.finditer(text)), "Nom", official)
    known = {part.casefold() for name in names for part in (name, *name.split())}
    first = (m[1] for text in texts for m in _FIRST.finditer(text))
    said_small = {word for text in texts for word in re.findall(r"\b[a-zà-öø-ÿœ][\w-]*", text)}
    unsure = dict.fromkeys(_bare(w) for w in first)
    left = tuple(w for w in unsure if len(w) > _LEAST and w.casefold() not in official | known | said_small)
    return Pseudonyms(MappingProxyType(names), left)


def _texts(dossier: Dossier) -> Iterator[str]:
    yield dossier.person.goal
    for e in dossier.experiences.values():
        yield from (e.title, e.place, e.public, e.means, e.team, e.notes)
    for recit in dossier.recits.values():
        yield from (recit.title, recit.text)
    yield from (proof.wording for proof in dossier.evidence.values())


def _official_words(dossier: Dossier) -> Iterator[str]:
    """Yield the words of the referentials: they name no one."""
    fiches = (*dossier.fiches.values(), *(archive.fiche for archive in dossier.archives.values()))
    for fiche in fiches:
        for title in (fiche.title, *(b.title for b in fiche.blocs), *(k.title for k in fiche.competences())):
            yield from re.findall(r"\w+", title)


def _person_names(dossier: Dossier) -> list[str]:
    person = dossier.person
    whole = [person.name, f"{person.last_name} {person.first_name}".strip()]
    parts = [p for name in (person.first_name, person.last_name) for p in (name, *re.split(r"[\s-]+", name))]
    return [name for name in (*whole, *parts) if len(name) > 1]


def _number(names: dict[str, str], found: Iterable[str], kind: str, official: Iterable[str]) -> None:
    """Give each new name the next number of its kind; words of referentials and common ones are no names."""
    folded = {_folded(name): pseudonym for name, pseudonym in names.items()}
    count = len({pseudonym for pseudonym in names.values() if pseudonym.startswith(f"{kind} ")})
    for raw in found:
        name = _bare(raw)
        if len(name) <= _LEAST or _folded(name) in folded or name.casefold() in official:
            continue
        same = next((p for known, p in folded.items() if _folded(name) in known.split()), None)
        if same is None:
            count += 1
            same = f"{kind} {count}"
        names[name] = folded[_folded(name)] = same


def _bare(name: str) -> str:
    return _ELIDED.sub("", name.strip(" '’-")).rstrip(".'’-")


def _folded(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name.casefold())
    return "".join(c for c in plain if not unicodedata.combining(c))
