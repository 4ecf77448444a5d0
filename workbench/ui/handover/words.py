"""How what leaves is said to the user, in French."""

from datetime import date

from PySide6.QtCore import QCoreApplication

from workbench.documents.registry import KINDS
from workbench.domain.handover import Consent, Handed, Treatment
from workbench.domain.pointing import Category, Mark
from workbench.ui.time_words import date_words

_tr = QCoreApplication.translate


def today() -> date:
    """Return the day where the person sits."""
    return date.today()  # noqa: DTZ011


def category_words(category: Category) -> str:
    """Say why words are pointed at."""
    return {
        Category.HEALTH: _tr("handover", "santé"),
        Category.UNION: _tr("handover", "syndicat"),
        Category.RELIGION: _tr("handover", "religion"),
        Category.ORIGIN: _tr("handover", "origine"),
        Category.JUSTICE: _tr("handover", "justice"),
        Category.OPINION: _tr("handover", "opinion, vie privée"),
        Category.NIR: _tr("handover", "numéro de sécurité sociale"),
        Category.BANK: _tr("handover", "numéro bancaire"),
        Category.PHONE: _tr("handover", "téléphone"),
        Category.EMAIL: _tr("handover", "courriel"),
        Category.ADDRESS: _tr("handover", "adresse"),
        Category.NAME: _tr("handover", "nom d’une autre personne"),
        Category.CHOSEN: _tr("handover", "signalé par vous"),
    }[category]


def marks_words(words: str, marks: tuple[Mark, ...]) -> str:
    """Name each word that is pointed at, with why."""
    named = dict.fromkeys((words[m.span.start : m.span.end], category_words(m.category)) for m in marks)
    return " · ".join(_tr("handover", "« {0} » ({1})").format(*pair) for pair in named)


def treatment_words(treatment: Treatment) -> str:
    """Say what becomes of a piece; nothing for one that is kept."""
    return {
        Treatment.KEEP: "",
        Treatment.MASK: _tr("handover", "masqué"),
        Treatment.WITHDRAW: _tr("handover", "retiré"),
    }[treatment]


def form_words(form: str) -> str:
    """Name a format."""
    return {
        "pdf": _tr("handover", "PDF"),
        "docx": _tr("handover", "Word"),
        "papier": _tr("handover", "papier"),
        "open-badges": _tr("handover", "Open Badges"),
        "json-resume": _tr("handover", "JSON Resume"),
        "europass": _tr("handover", "Europass"),
        "vae": _tr("handover", "France VAE"),
    }.get(form, form)


def document_words(name: str) -> str:
    """Name a document, even one that is no longer written."""
    return KINDS[name].title if name in KINDS else name


def consent_words(consent: Consent | None, on: date) -> str:
    """Say in a few words where an agreement stands; None stands for a document given to the person."""
    if consent is None:
        return _tr("handover", "À la personne")
    if consent.withdrawn:
        return _tr("handover", "Accord retiré")
    if not consent.holds(on):
        return _tr("handover", "Accord terminé")
    return _tr("handover", "Accord en cours")


def end_words(consent: Consent) -> str:
    """Say when an agreement began and ends."""
    begun = _tr("handover", "Accord donné le {0}").format(date_words(consent.given))
    if consent.withdrawn:
        return _tr("handover", "{0}, retiré le {1}.").format(begun, date_words(consent.withdrawn))
    if consent.until:
        return _tr("handover", "{0}, jusqu’au {1}.").format(begun, date_words(consent.until))
    return _tr("handover", "{0}, sans date de fin.").format(begun)


def tally_words(handed: Handed) -> str:
    """Say how much was in a document."""
    kept, masked, withdrawn = (handed.count(treatment) for treatment in Treatment)
    return _tr("handover", "Tels quels : {0}. Masqués : {1}. Retirés : {2}.").format(kept, masked, withdrawn)
