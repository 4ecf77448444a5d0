"""The JSON that programs read: stable names, versioned; positions are Python characters."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, Final

from workbench.domain.analysis import SentenceAnalysis, StoryAnalysis, Suggestion
from workbench.domain.coverage import BlocCoverage, cover_story
from workbench.domain.referential import Fiche
from workbench.services.certifications import Certification, StoryCertifications

VERSION: Final = 1


def analysis_json(recit: Path, fiches: Sequence[Fiche], analysis: StoryAnalysis) -> dict[str, Any]:
    """Return the object that `analyser --json` prints for one récit."""
    return {
        "version": VERSION,
        "recit": str(recit),
        "referentiels": [f.code for f in fiches],
        "phrases": [_sentence(s) for s in analysis.sentences],
        "couverture": [_bloc(b) for f in fiches for b in cover_story(f, analysis)],
    }


def _sentence(sentence: SentenceAnalysis) -> dict[str, Any]:
    return {
        "debut": sentence.span.start,
        "fin": sentence.span.end,
        "acteur": str(sentence.who.actor),
        "realite": str(sentence.who.reality),
        "suggestions": [_suggestion(s) for s in sentence.suggestions],
        "relances": [{"code": r.code, "question": r.question} for r in sentence.relances],
    }


def _suggestion(suggestion: Suggestion) -> dict[str, Any]:
    return {
        "competence": suggestion.competence,
        "bloc": suggestion.bloc,
        "score": suggestion.score,
        "proposee": suggestion.proposed,
        "raisons": [
            {"recit": r.story_words, "referentiel": r.referential_words, "lien": r.link, "poids": r.weight}
            for r in suggestion.reasons
        ],
    }


def _bloc(bloc: BlocCoverage) -> dict[str, Any]:
    return {
        "bloc": bloc.bloc,
        "competences": [
            {"competence": c.competence, "statut": str(c.status), "phrases": list(c.sentences)}
            for c in bloc.competences
        ],
    }


def certifications_json(recit: Path, found: StoryCertifications) -> dict[str, Any]:
    """Return the object that `certifications --json` prints."""
    return {
        "version": VERSION,
        "recit": str(recit),
        "certifications": [_certification(c) for c in found.certifications],
        "metiers": [{"fiche": j.fiche.code, "intitule": j.fiche.title, "score": j.score} for j in found.jobs],
    }


def _certification(found: Certification) -> dict[str, Any]:
    return {
        "fiche": found.fiche.code,
        "intitule": found.fiche.title,
        "niveau": found.fiche.level,
        "score": found.score,
        "blocs": [
            {
                "bloc": bloc.code,
                "intitule": bloc.title,
                "couverture": bloc.coverage,
                "competences": [
                    {"competence": c.code, "phrases": list(c.sentences), "score": c.score} for c in bloc.competences
                ],
            }
            for bloc in found.blocs
        ],
    }


def fiche_json(fiche: Fiche) -> dict[str, Any]:
    """Return the object that `referentiel montrer --json` prints."""
    return {
        "fiche": fiche.code,
        "intitule": fiche.title,
        "niveau": fiche.level,
        "actif": fiche.active,
        "remplacee_par": list(fiche.replaced_by),
        "blocs": [
            {
                "code": bloc.code,
                "intitule": bloc.title,
                "competences": [{"code": c.code, "intitule": c.title} for c in bloc.competences],
            }
            for bloc in fiche.blocs
        ],
    }


def fiches_json(fiches: Iterable[Fiche]) -> list[dict[str, Any]]:
    """Return the list that `referentiel chercher --json` prints."""
    return [{"fiche": f.code, "intitule": f.title, "niveau": f.level, "actif": f.active} for f in fiches]
