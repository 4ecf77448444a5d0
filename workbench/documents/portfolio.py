"""The portefeuille de reconnaissance: what a person knows how to do, proved by the person's own words."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Final

from workbench.documents.blocks import (
    Bar,
    BarChart,
    Block,
    BulletList,
    Cover,
    Document,
    Heading,
    KeyValues,
    Notice,
    Quote,
    SignaturePlace,
    Signatures,
    Table,
    Tone,
    joined,
    plain,
)
from workbench.documents.words import KIND, MASTERY, STRENGTH, STRENGTH_MEANING, count, day, period
from workbench.domain.coverage import BlocCoverage, Status, cover_dossier
from workbench.domain.dossier import Archive, Dossier, Evidence, Experience
from workbench.domain.mastery import NOT_RATED, Ratings
from workbench.domain.referential import Bloc, Competence, Fiche

TITLE: Final = "Portefeuille de reconnaissance des compétences"
MENTION: Final = "Document sans valeur de certification"
NO_NAME: Final = "Personne non nommée"


def portfolio(dossier: Dossier, on: date, place: str = "") -> Document:
    """Return the portfolio of a dossier as it stands on a date; `place` is where it is signed."""
    name = dossier.person.name or NO_NAME
    blocks: list[Block] = [_cover(dossier, name, on, place)]
    blocks += _summary(dossier)
    blocks += _experiences(dossier)
    for fiche in dossier.fiches.values():
        blocks += _fiche(dossier, fiche)
    for archive in _kept_archives(dossier):
        blocks += _archive(dossier, archive)
    blocks += _reading_guide()
    blocks += _origins(dossier)
    blocks += _signatures(dossier, on, place)
    return Document(f"{TITLE} – {name}", name, TITLE, MENTION, on, tuple(blocks))


def _cover(dossier: Dossier, name: str, on: date, place: str) -> Cover:
    facts = (
        ("Établi le", day(on)),
        ("Lieu", place),
        ("Avec", dossier.counsellor),
        ("Projet", dossier.person.goal),
        ("Contact", dossier.person.contact),
    )
    return Cover(TITLE, name, tuple((key, value) for key, value in facts if value.strip()), f"{MENTION}.")


def _summary(dossier: Dossier) -> Iterator[Block]:
    yield Heading(1, "En quelques lignes")
    proofs = _usable(dossier)
    if not proofs:
        yield plain(_summary_without_proof(dossier), Tone.LEAD)
        return
    told = f"{count(len(dossier.experiences), 'expérience', 'expériences')}, "
    told += count(len({e.recit_id for e in proofs}), "récit", "récits")
    kept = count(len({(e.recit_id, e.span) for e in proofs}), "passage retenu", "passages retenus")
    yield plain(
        f"Ce portefeuille est bâti sur ce que {dossier.person.name or 'la personne'} a raconté : {told}, {kept}.",
        Tone.LEAD,
    )
    yield plain("Chaque compétence reconnue ici s’appuie sur ses propres mots, cités tels quels.")
    if dossier.fiches:
        yield BulletList(tuple(_fiche_in_a_line(dossier, fiche) for fiche in dossier.fiches.values()))


def _summary_without_proof(dossier: Dossier) -> str:
    if not dossier.experiences:
        return (
            "Ce portefeuille vient de s’ouvrir. Les expériences et les récits y prendront place "
            "au fil des entretiens : rien n’est encore écrit, et rien n’est jugé."
        )
    told = count(len(dossier.experiences), "expérience est déjà décrite", "expériences sont déjà décrites")
    return (
        f"Dans ce portefeuille, {told}. Aucun passage n’a encore été relié à une compétence : "
        "ce sera l’objet des prochains entretiens."
    )


def _fiche_in_a_line(dossier: Dossier, fiche: Fiche) -> str:
    blocs = cover_dossier(fiche, dossier)
    supported, total = sum(b.supported for b in blocs), sum(b.total for b in blocs)
    return f"{fiche.title} : {count(supported, 'compétence étayée', 'compétences étayées')} sur {total}."


def _experiences(dossier: Dossier) -> Iterator[Block]:
    yield Heading(1, "Les expériences")
    if not dossier.experiences:
        yield plain(
            "Aucune expérience n’est encore décrite. Un emploi, un engagement bénévole, un proche accompagné, "
            "un savoir-faire pratiqué chez soi : tout peut entrer ici."
        )
    for experience in dossier.experiences.values():
        yield Heading(2, experience.title or "Expérience sans titre")
        yield KeyValues("L’expérience en bref", _experience_facts(dossier, experience))


def _experience_facts(dossier: Dossier, experience: Experience) -> tuple[tuple[str, str], ...]:
    recits = [r.title for r in dossier.recits.values() if r.experience_id == experience.id]
    facts = (
        ("Cadre", KIND[experience.kind]),
        ("Période", period(experience.start, experience.end)),
        ("Structure", experience.organisation),
        ("Lieu", experience.place),
        ("Tâches et conditions", experience.tasks),
        ("Moyens", experience.means),
        ("Public", experience.public),
        ("Équipe", experience.team),
        ("Récits", " ; ".join(f"« {title or 'sans titre'} »" for title in recits)),
    )
    return tuple((key, value) for key, value in facts if value.strip())


def _fiche(dossier: Dossier, fiche: Fiche) -> Iterator[Block]:
    coverage = cover_dossier(fiche, dossier)
    yield Heading(1, fiche.title or fiche.code)
    yield plain(joined((fiche.code, f"niveau {fiche.level}" if fiche.level else "", fiche.origin)), Tone.SMALL)
    if fiche.notice:
        yield Notice("À savoir", fiche.notice)
    if not fiche.competences():
        yield plain("Ce référentiel ne détaille aucune compétence : rien ne peut encore y être relié.")
        return
    yield _coverage_table(dossier, fiche, coverage)
    yield _coverage_chart(fiche, coverage)
    for bloc, covered in zip(fiche.blocs, coverage, strict=True):
        yield from _bloc(dossier, fiche, bloc, covered)


def _coverage_table(dossier: Dossier, fiche: Fiche, coverage: Iterable[BlocCoverage]) -> Table:
    titles = {bloc.code: bloc.title or bloc.code for bloc in fiche.blocs}
    rows = []
    for bloc in coverage:
        proofs = [dossier.evidence[e] for c in bloc.competences for e in c.evidence]
        strongest = STRENGTH[max(e.strength for e in proofs)] if proofs else "–"
        rows.append((titles[bloc.bloc], f"{bloc.supported} sur {bloc.total}", str(len(proofs)), strongest))
    header = ("Bloc", "Compétences étayées", "Preuves", "Preuve la plus forte")
    return Table("Ce que les récits étayent, bloc par bloc", header, tuple(rows), (4.1, 2.1, 1.4, 2.4))


def _coverage_chart(fiche: Fiche, coverage: tuple[BlocCoverage, ...]) -> BarChart:
    titles = {bloc.code: bloc.title or bloc.code for bloc in fiche.blocs}
    bars = tuple(Bar(titles[b.bloc], b.supported, b.total) for b in coverage)
    said = " ; ".join(f"{bar.label} : {bar.value} sur {bar.whole}" for bar in bars)
    return BarChart("Compétences étayées par bloc", bars, f"Barres des compétences étayées. {said}.")


def _bloc(dossier: Dossier, fiche: Fiche, bloc: Bloc, covered: BlocCoverage) -> Iterator[Block]:
    supported = {c.competence for c in covered.competences if c.status is Status.SUPPORTED}
    yield Heading(2, bloc.title or bloc.code)
    tally = count(covered.supported, "compétence étayée", "compétences étayées")
    yield plain(joined((bloc.code, f"{tally} sur {covered.total}")), Tone.SMALL)
    for competence in bloc.competences:
        if competence.code in supported:
            yield from _competence(dossier, fiche.code, competence)
    missing = tuple(c.title or c.code for c in bloc.competences if c.code not in supported)
    if missing:
        title = "Pas encore racontée dans ce dossier" if len(missing) == 1 else "Pas encore racontées dans ce dossier"
        yield BulletList(missing, title)


def _archive(dossier: Dossier, archive: Archive) -> Iterator[Block]:
    """Tell what was recognised on a fiche that gave way to its successor, and has no equivalent there."""
    fiche = archive.fiche
    yield Heading(1, f"{fiche.title or fiche.code} : version précédente")
    yield plain(joined((fiche.code, fiche.origin)), Tone.SMALL)
    yield Notice(
        "À savoir",
        "Une version plus récente a pris la place de ce référentiel. Ce qui suit fut reconnu auparavant, "
        "n’y a pas d’équivalent et n’y est donc pas compté.",
    )
    for competence in fiche.competences():
        if dossier.evidence_for(archive.id, competence.code):
            yield from _competence(dossier, archive.id, competence)


def _competence(dossier: Dossier, fiche: str, competence: Competence) -> Iterator[Block]:
    """Quote what shows a competence; `fiche` is a code, or the identifier of an archive."""
    yield Heading(3, competence.title or competence.code)
    proofs = dossier.evidence_for(fiche, competence.code)
    for proof in sorted(proofs, key=lambda e: -e.strength):
        confirmed = "relu et confirmé par la personne" if dossier.is_confirmed(proof) else ""
        yield Quote(
            dossier.passage(proof).strip(), joined((STRENGTH[proof.strength], confirmed), ", "), _source(dossier, proof)
        )
        if proof.wording:
            yield Quote(proof.wording, "Ses mots à la relecture", _source(dossier, proof))
    yield from _both_ratings(dossier.ratings_of(fiche, competence.code))


def _both_ratings(ratings: Ratings) -> Iterator[Block]:
    """Set what the person and the counsellor say side by side; nothing where nobody said anything."""
    if ratings == NOT_RATED:
        return
    said = (("Selon la personne", ratings.person), ("Selon le conseil", ratings.counsellor))
    yield KeyValues(
        "La maîtrise, dite par chacun", tuple((who, MASTERY[m] if m else "Pas encore dit") for who, m in said)
    )


def _source(dossier: Dossier, proof: Evidence) -> str:
    recit = dossier.recits.get(proof.recit_id)
    if recit is None:
        return "récit retiré du dossier"
    experience = dossier.experiences.get(recit.experience_id)
    return joined((f"récit « {recit.title or 'sans titre'} »", experience.title if experience else ""), ", ")


def _reading_guide() -> Iterator[Block]:
    yield Heading(1, "Comment lire ce document")
    yield plain(
        "Une compétence est dite étayée quand au moins un passage d’un récit la montre à l’œuvre et que la personne "
        "l’a accepté. Une compétence qui n’est pas encore racontée n’est pas une compétence absente : "
        "personne n’en a encore parlé, c’est tout."
    )
    rows = tuple((STRENGTH[s], STRENGTH_MEANING[s]) for s in STRENGTH)
    yield Table(
        "Ce que vaut une preuve, de la plus simple à la plus forte", ("Preuve", "Ce que cela veut dire"), rows, (1, 3)
    )
    yield plain(
        "Les mots cités sont ceux de la personne. Ils peuvent être relus, corrigés ou retirés à sa demande, "
        "à tout moment."
    )
    yield Notice(
        f"{MENTION}.",
        "Ce portefeuille aide à préparer un entretien, une formation ou une démarche de VAE. Il ne remplace "
        "ni un titre, ni un diplôme, ni la décision d’un jury.",
    )


def _origins(dossier: Dossier) -> Iterator[Block]:
    if not dossier.fiches and not _kept_archives(dossier):
        return
    yield Heading(1, "D’où viennent les référentiels")
    for fiche in (*dossier.fiches.values(), *(a.fiche for a in _kept_archives(dossier))):
        yield KeyValues(f"Référentiel « {fiche.title} »", _origin_facts(fiche))


def _origin_facts(fiche: Fiche) -> tuple[tuple[str, str], ...]:
    state = "" if fiche.active else joined(("Fiche inactive", _replacement(fiche)), " ; ")
    facts = (
        ("Référentiel", f"{fiche.title} ({fiche.code})"),
        ("Origine", fiche.origin or "Non précisée"),
        ("Certificateurs", ", ".join(fiche.certifiers)),
        ("État", state),
        ("Avertissement", fiche.notice),
    )
    return tuple((key, value) for key, value in facts if value.strip())


def _replacement(fiche: Fiche) -> str:
    return f"remplacée par {', '.join(fiche.replaced_by)}" if fiche.replaced_by else ""


def _signatures(dossier: Dossier, on: date, place: str) -> Iterator[Block]:
    yield Heading(1, "Signatures")
    where = f"Fait à {place}, le {day(on)}." if place.strip() else f"Fait le {day(on)}."
    yield plain(f"{where} Chacun signe après avoir relu ; la personne garde l’original.")
    yield Signatures(
        (
            SignaturePlace("La personne", dossier.person.name),
            SignaturePlace("Le conseiller, la conseillère", dossier.counsellor),
        )
    )


def _usable(dossier: Dossier) -> tuple[Evidence, ...]:
    """Return the evidence that this document quotes: its fiche is in the dossier and its words remain."""
    fiches = [*dossier.fiches.items(), *((archive.id, archive.fiche) for archive in dossier.archives.values())]
    return tuple(
        proof
        for key, fiche in fiches
        for competence in fiche.competences()
        for proof in dossier.evidence_for(key, competence.code)
    )


def _kept_archives(dossier: Dossier) -> tuple[Archive, ...]:
    return tuple(archive for archive in dossier.archives.values() if dossier.without_equivalent(archive.id))
