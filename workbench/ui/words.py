"""How values are said to the user, in French."""

import unicodedata
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale

from workbench.domain.analysis import Actor, Basis, Reality, WhoDidWhat
from workbench.domain.attachments import AttachmentKind
from workbench.domain.change_names import Area
from workbench.domain.coverage import Status
from workbench.domain.dossier import ExperienceKind, Strength
from workbench.domain.mastery import Mastery, Rater
from workbench.domain.migration import Likeness
from workbench.domain.solidity import Grade, Point, Sign, Solidity, Standing

if TYPE_CHECKING:
    from workbench.matching.next_question import Gain

_tr = QCoreApplication.translate


def kind_words(kind: ExperienceKind) -> str:
    """Say where an experience was gained."""
    return {
        ExperienceKind.JOB: _tr("words", "Emploi"),
        ExperienceKind.VOLUNTEERING: _tr("words", "Bénévolat"),
        ExperienceKind.CARING: _tr("words", "Proche aidé"),
        ExperienceKind.INFORMAL: _tr("words", "Travail informel"),
        ExperienceKind.ABROAD: _tr("words", "Travail à l’étranger"),
        ExperienceKind.TRAINING: _tr("words", "Formation, stage"),
        ExperienceKind.HOBBY: _tr("words", "Passion, loisir"),
    }[kind]


def attachment_words(kind: AttachmentKind) -> str:
    """Say what a paper or a picture is."""
    return {
        AttachmentKind.DIPLOMA: _tr("words", "Diplôme ou titre"),
        AttachmentKind.CERTIFICATE: _tr("words", "Attestation, recommandation"),
        AttachmentKind.WORK: _tr("words", "Contrat, bulletin de salaire"),
        AttachmentKind.PICTURE: _tr("words", "Photo, réalisation"),
        AttachmentKind.OTHER: _tr("words", "Autre pièce"),
    }[kind]


def strength_words(strength: Strength) -> str:
    """Say how well a passage proves."""
    return {
        Strength.TOLD: _tr("words", "Raconté"),
        Strength.EXPLICIT: _tr("words", "Explicité"),
        Strength.DOCUMENT: _tr("words", "Pièce à l’appui"),
        Strength.ATTESTED: _tr("words", "Attesté par un tiers"),
        Strength.CERTIFIED: _tr("words", "Garanti par un titre"),
    }[strength]


def mastery_words(mastery: Mastery) -> str:
    """Say how well a competence is mastered."""
    return {
        Mastery.BEGUN: _tr("words", "initié"),
        Mastery.ACCOMPANIED: _tr("words", "pratique accompagnée"),
        Mastery.ALONE: _tr("words", "autonome"),
        Mastery.PASSES_ON: _tr("words", "transmet et adapte"),
    }[mastery]


def mark_words(title: str, strength: Strength) -> str:
    """Say what a passage was accepted for, and how well it proves."""
    return _tr("words", "{0} ({1})").format(title, strength_words(strength).lower())


def mastery_sentence(rater: Rater, mastery: Mastery) -> str:
    """Say it as the person says it of herself, or as the counsellor says it of her."""
    own = {
        Mastery.BEGUN: _tr("words", "Je commence à savoir le faire"),
        Mastery.ACCOMPANIED: _tr("words", "Je le fais avec quelqu’un à côté"),
        Mastery.ALONE: _tr("words", "Je le fais sans aide"),
        Mastery.PASSES_ON: _tr("words", "Je peux le montrer à d’autres"),
    }
    seen = {
        Mastery.BEGUN: _tr("words", "Commence à savoir le faire"),
        Mastery.ACCOMPANIED: _tr("words", "Le fait avec quelqu’un à côté"),
        Mastery.ALONE: _tr("words", "Le fait sans aide"),
        Mastery.PASSES_ON: _tr("words", "Peut le montrer à d’autres"),
    }
    return (own if rater is Rater.PERSON else seen)[mastery]


def status_words(status: Status) -> str:
    """Say where a competence stands."""
    return {
        Status.SUPPORTED: _tr("words", "étayée"),
        Status.MENTIONED: _tr("words", "évoquée"),
        Status.ABSENT: _tr("words", "pas encore racontée"),
    }[status]


def score_words(score: float) -> str:
    """Say how likely a suggestion is."""
    if score >= 0.75:
        return _tr("words", "très probable")
    if score >= 0.5:
        return _tr("words", "probable")
    return _tr("words", "possible") if score >= 0.3 else _tr("words", "à vérifier")


def likeness_words(likeness: Likeness) -> str:
    """Say how alike two competences are worded."""
    return {
        Likeness.IDENTICAL: _tr("words", "identique"),
        Likeness.VERY_CLOSE: _tr("words", "très proche"),
        Likeness.CLOSE: _tr("words", "proche"),
        Likeness.TO_CHECK: _tr("words", "à vérifier"),
        Likeness.NONE: _tr("words", "sans équivalent"),
    }[likeness]


def plain(text: str) -> str:
    """Return a text without case or accents, to be searched in."""
    folded = unicodedata.normalize("NFKD", text.casefold().replace("œ", "oe").replace("æ", "ae"))
    return "".join(c for c in folded if not unicodedata.combining(c))


def link_words(link: str) -> str:
    """Say what links the words of a story to those of a referential."""
    return {
        "lemme": _tr("words", "même mot"),
        "thesaurus": _tr("words", "geste du métier"),
        "exemple": _tr("words", "exemple parlé"),
        "encodeur": _tr("words", "sens proche"),
        "voisinage": _tr("words", "phrase voisine"),
        "bloc": _tr("words", "même bloc"),
    }.get(link, link)


def badge_words(who: WhoDidWhat) -> str:
    """Say who did what, as short as the margin of the story needs."""
    if who.basis is Basis.TURN:
        return _tr("words", "conseil")
    actor = {
        Actor.SELF: _tr("words", "je"),
        Actor.GROUP: _tr("words", "on"),
        Actor.OTHER: _tr("words", "autrui"),
        Actor.NOBODY: _tr("words", "qui ?"),
    }[who.actor]
    reality = {
        Reality.DENIED: _tr("words", "nié"),
        Reality.WISHED: _tr("words", "souhait"),
        Reality.SUPPOSED: _tr("words", "si"),
        Reality.PRESCRIBED: _tr("words", "prescrit"),
    }.get(who.reality, "")
    return f"{actor} · {reality}" if reality else actor


def who_words(who: WhoDidWhat) -> str:
    """Say in a line who acts in a sentence, and whether it was done."""
    if who.basis is Basis.TURN:
        return _tr("words", "Parole du conseiller : jamais une preuve")
    return _tr("words", "{0} ; {1}").format(actor_words(who.actor), reality_words(who.reality))


def actor_words(actor: Actor) -> str:
    """Say who acts."""
    return {
        Actor.SELF: _tr("words", "La personne agit (« je »)"),
        Actor.GROUP: _tr("words", "Un collectif agit (« on », « nous »)"),
        Actor.OTHER: _tr("words", "Quelqu’un d’autre agit"),
        Actor.NOBODY: _tr("words", "On ne sait pas qui agit"),
    }[actor]


def reality_words(reality: Reality) -> str:
    """Say whether something was done."""
    return {
        Reality.DONE: _tr("words", "fait raconté"),
        Reality.DENIED: _tr("words", "cela n’a pas été fait"),
        Reality.WISHED: _tr("words", "un souhait"),
        Reality.SUPPOSED: _tr("words", "une hypothèse"),
        Reality.PRESCRIBED: _tr("words", "ce qui était demandé"),
        Reality.OTHER: _tr("words", "pas une action"),
    }[reality]


def trigger_words(who: WhoDidWhat) -> str:
    """Say which words of the sentence told who did what, or who said so."""
    if who.basis is Basis.CORRECTED:
        return _tr("words", "Corrigé par le conseiller")
    words = ", ".join(f"« {w} »" for w in (*who.actor_words, *who.reality_words))
    return _tr("words", "D’après {0}").format(words) if words else ""


def grade_words(grade: Grade) -> str:
    """Say how well a passage would stand as a proof."""
    return {
        Grade.PROBATIVE: _tr("words", "Probant"),
        Grade.TO_DEVELOP: _tr("words", "À étoffer"),
        Grade.GENERIC: _tr("words", "Encore général"),
    }[grade]


def change_of_standing_words(before: Standing, after: Standing) -> str:
    """Say what an answer changed in how solid a passage is."""
    if after.grade is not before.grade:
        words = _tr("words", "de « {0} » à « {1} »")
        return words.format(grade_words(before.grade).lower(), grade_words(after.grade).lower())
    if after.points != before.points:
        return _tr("words", "de {0} à {1} points sur 7").format(before.points, after.points)
    return _tr("words", "un détail de plus")


def effect_words(before: Standing, after: Standing) -> str:
    """Say what the answer to a question changed, or nothing where nothing is seen yet."""
    if after == before:
        return ""
    return _tr("words", "Ce passage est passé {0}.").format(change_of_standing_words(before, after))


def point_words(point: Point) -> str:
    """Say what a passage holds of what makes a proof."""
    return {
        Point.DEED: _tr("words", "un geste à soi"),
        Point.ONCE: _tr("words", "une fois précise"),
        Point.CONTEXT: _tr("words", "le cadre"),
        Point.MEANS: _tr("words", "de quoi on s’est servi"),
        Point.STEPS: _tr("words", "les étapes"),
        Point.DECISION: _tr("words", "un choix"),
        Point.RESULT: _tr("words", "ce que ça a donné"),
    }[point]


def solidity_words(solidity: Solidity) -> str:
    """Say how solid a passage is."""
    words = _tr("words", "{0} : {1} point sur 7") if solidity.points < 2 else _tr("words", "{0} : {1} points sur 7")
    return words.format(grade_words(solidity.grade), solidity.points)


def signs_words(solidity: Solidity) -> str:
    """Say which words gave each point of a passage."""
    return " · ".join(_sign_words(sign) for sign in solidity.signs)


def _sign_words(sign: Sign) -> str:
    words = _tr("words", "{0}, à côté (« {1} »)") if sign.nearby else _tr("words", "{0} (« {1} »)")
    return words.format(point_words(sign.point), sign.words)


def gain_words(gain: "Gain") -> str:
    """Say what the answer to a question would bring, without naming the competence."""
    if gain.points_after == gain.points:
        return _tr("words", "La réponse donnerait un détail de plus à un passage qui a {0} points sur 7.").format(
            gain.points
        )
    whose = (
        _tr("words", "une compétence qui n’a pas encore de preuve dans ce récit")
        if gain.first_proof
        else _tr("words", "une compétence déjà reconnue dans ce récit")
    )
    if gain.grade_after is Grade.PROBATIVE and gain.grade is not Grade.PROBATIVE:
        words = _tr("words", "La réponse peut rendre ce passage probant ({0} points sur 7 aujourd’hui), pour {1}.")
        return words.format(gain.points, whose)
    words = _tr("words", "La réponse peut faire passer ce passage de {0} à {1} points sur 7, pour {2}.")
    return words.format(gain.points, gain.points_after, whose)


def condition_words(condition: str) -> str:
    """Say what a step of the interview still waits for."""
    return {
        "personne": _tr("words", "le nom de la personne"),
        "experience": _tr("words", "une expérience"),
        "recit": _tr("words", "un récit écrit"),
        "referentiel": _tr("words", "un référentiel"),
        "preuve": _tr("words", "un passage accepté"),
    }.get(condition, condition)


def number_words(number: int) -> str:
    """Say a number, its thousands apart."""
    return QLocale(QLocale.Language.French).toString(number)


def lack_words(code: str) -> str:
    """Say what a passage lacks where a question of this code is asked."""
    return {
        "COLL": _tr("words", "La part de la personne"),
        "IMP": _tr("words", "Qui l’a fait"),
        "HAB": _tr("words", "Une fois précise"),
        "HYP": _tr("words", "Ce qui est vraiment arrivé"),
        "OPI": _tr("words", "Le moment où cela s’est vu"),
        "FAIB": _tr("words", "Les gestes"),
        "PRES": _tr("words", "Ce qui a été fait en réalité"),
        "ETAP": _tr("words", "Les étapes"),
        "CONT": _tr("words", "Le cadre"),
        "MOY": _tr("words", "Les moyens"),
        "INTER": _tr("words", "Les autres personnes"),
        "DEC": _tr("words", "Les choix"),
        "RES": _tr("words", "Le résultat"),
        "QUANT": _tr("words", "Combien"),
        "PREUVE": _tr("words", "Une trace"),
    }.get(code, code)


def screen_words(screen: str) -> str:
    """Say the part of the workbench that a step is done in."""
    return {
        "personne": _tr("words", "Personne"),
        "experiences": _tr("words", "Expériences"),
        "recit": _tr("words", "Récits"),
        "referentiel": _tr("words", "Référentiels"),
        "reconnaissance": _tr("words", "Reconnaissance"),
        "portfolio": _tr("words", "Documents"),
    }[screen]


def area_words(area: Area) -> str:
    """Say the part of the workbench that a change belongs to."""
    return {
        Area.PERSON: _tr("words", "Personne"),
        Area.INTERVIEW: _tr("words", "Entretien"),
        Area.EXPERIENCES: _tr("words", "Expériences"),
        Area.STORIES: _tr("words", "Récits"),
        Area.RECOGNITION: _tr("words", "Reconnaissance"),
        Area.POSITIONING: _tr("words", "Positionnement"),
        Area.VAE: _tr("words", "VAE"),
        Area.REFERENTIALS: _tr("words", "Référentiels"),
        Area.DOCUMENTS: _tr("words", "Documents"),
        Area.EXAMPLES: _tr("words", "Exemples"),
        Area.HISTORY: _tr("words", "Historique"),
    }[area]


def words_words(number: int) -> str:
    """Say how many words a text has."""
    return _tr("words", "1 mot") if number == 1 else _tr("words", "{0} mots").format(number_words(number))


def proofs_words(number: int) -> str:
    """Say how many proofs a dossier holds."""
    if number == 0:
        return _tr("words", "aucune preuve")
    return _tr("words", "1 preuve") if number == 1 else _tr("words", "{0} preuves").format(number)
