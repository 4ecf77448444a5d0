"""What the stories show of each referential, bloc by bloc, quoted."""

from collections.abc import Iterable, Iterator

from workbench.documents.blocks import (
    Bar,
    BarChart,
    Block,
    BulletList,
    Heading,
    Notice,
    Quote,
    Table,
    Tone,
    joined,
    plain,
)
from workbench.documents.portfolio.depths import Depth, Part
from workbench.documents.portfolio.proofs import Proofs, source
from workbench.documents.words import MASTERY, STRENGTH, count
from workbench.domain.coverage import BlocCoverage, cover_dossier
from workbench.domain.dossier import Archive, Dossier
from workbench.domain.mastery import NOT_RATED
from workbench.domain.referential import Bloc, Competence, Fiche

UNSAID = "Pas encore dit"


def fiche_blocks(dossier: Dossier, proofs: Proofs, fiche: Fiche, depth: Depth) -> Iterator[Block]:
    """Tell what is recognised of a fiche."""
    shown = any(proofs.of(fiche.code, c.code) for c in fiche.competences())
    if not shown and not depth.has(Part.GAPS):
        return
    yield Heading(1, fiche.title or fiche.code)
    yield plain(joined((fiche.code, f"niveau {fiche.level}" if fiche.level else "", fiche.origin)), Tone.SMALL)
    if fiche.notice:
        yield Notice("À savoir", fiche.notice)
    if not fiche.competences():
        yield plain("Ce référentiel ne détaille aucune compétence : rien ne peut encore y être relié.")
        return
    if depth.has(Part.GAPS):
        coverage = cover_dossier(fiche, dossier)
        yield _coverage_table(proofs, fiche, coverage)
        yield _coverage_chart(fiche, coverage)
    for bloc in fiche.blocs:
        yield from _bloc(dossier, proofs, fiche, bloc, depth)


def archive_blocks(dossier: Dossier, proofs: Proofs, archive: Archive, depth: Depth) -> Iterator[Block]:
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
        yield from _competence(dossier, proofs, archive.id, competence, depth)
    yield from _ratings(dossier, archive.id, fiche.competences(), depth)


def _coverage_table(proofs: Proofs, fiche: Fiche, coverage: Iterable[BlocCoverage]) -> Table:
    titles = {bloc.code: bloc.title or bloc.code for bloc in fiche.blocs}
    rows = []
    for bloc in coverage:
        found = [proof for c in bloc.competences for proof in proofs.of(fiche.code, c.competence)]
        strongest = STRENGTH[max(e.strength for e in found)] if found else "–"
        rows.append((titles[bloc.bloc], f"{bloc.supported} sur {bloc.total}", str(len(found)), strongest))
    header = ("Bloc", "Compétences étayées", "Preuves", "Preuve la plus forte")
    return Table("Ce que les récits étayent, bloc par bloc", header, tuple(rows), (4.1, 2.1, 1.4, 2.4))


def _coverage_chart(fiche: Fiche, coverage: tuple[BlocCoverage, ...]) -> BarChart:
    titles = {bloc.code: bloc.title or bloc.code for bloc in fiche.blocs}
    bars = tuple(Bar(titles[b.bloc], b.supported, b.total) for b in coverage)
    said = " ; ".join(f"{bar.label} : {bar.value} sur {bar.whole}" for bar in bars)
    return BarChart("Compétences étayées par bloc", bars, f"Barres des compétences étayées. {said}.")


def _bloc(dossier: Dossier, proofs: Proofs, fiche: Fiche, bloc: Bloc, depth: Depth) -> Iterator[Block]:
    supported = [c for c in bloc.competences if proofs.of(fiche.code, c.code)]
    if not supported and not depth.has(Part.GAPS):
        return
    yield Heading(2, bloc.title or bloc.code)
    tally = count(len(supported), "compétence étayée", "compétences étayées")
    whole = f" sur {len(bloc.competences)}" if depth.has(Part.GAPS) else ""
    yield plain(joined((bloc.code, f"{tally}{whole}")), Tone.SMALL)
    for competence in supported:
        yield from _competence(dossier, proofs, fiche.code, competence, depth)
    yield from _ratings(dossier, fiche.code, bloc.competences, depth)
    missing = tuple(c.title or c.code for c in bloc.competences if c not in supported)
    if missing and depth.has(Part.GAPS):
        title = "Pas encore racontée dans ce dossier" if len(missing) == 1 else "Pas encore racontées dans ce dossier"
        yield BulletList(missing, title)


def _competence(dossier: Dossier, proofs: Proofs, fiche: str, competence: Competence, depth: Depth) -> Iterator[Block]:
    """Quote what shows a competence; `fiche` is a code, or the identifier of an archive."""
    found = proofs.of(fiche, competence.code)
    if not found:
        return
    yield Heading(3, competence.title or competence.code)
    for proof in found[: depth.quotes]:
        confirmed = "relu et confirmé par la personne" if dossier.is_confirmed(proof) else ""
        strength = joined((STRENGTH[proof.strength], confirmed), ", ")
        origin = source(dossier, proof, proofs, with_place=depth.has(Part.PLACES))
        yield Quote(dossier.passage(proof).strip(), strength, origin)
        if proof.wording:
            yield Quote(proof.wording, "Ses mots à la relecture", origin)
    more = len(found) - len(found[: depth.quotes])
    if more and depth.has(Part.PLACES):
        others = count(more, "autre passage la montre", "autres passages la montrent")
        yield plain(f"{others} aussi, cités dans le portefeuille de la personne.", Tone.SMALL)


def _ratings(dossier: Dossier, fiche: str, competences: Iterable[Competence], depth: Depth) -> Iterator[Block]:
    """Set what the person and the counsellor say side by side; nothing where nobody said anything."""
    rated = [(c, dossier.ratings_of(fiche, c.code)) for c in competences] if depth.has(Part.RATINGS) else []
    rows = tuple(
        (c.title or c.code, *(MASTERY[m] if m else UNSAID for m in (both.person, both.counsellor)))
        for c, both in rated
        if both != NOT_RATED
    )
    if rows:
        header = ("Compétence", "Selon la personne", "Selon le conseil")
        yield Table("La maîtrise, dite par chacun", header, rows, (4, 3, 3))
