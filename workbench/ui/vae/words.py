"""How the VAE says its values."""

from PySide6.QtCore import QCoreApplication

from workbench.domain.vae import Held, Part
from workbench.domain.vae_deadlines import State, Step
from workbench.ui.time_words import date_words

_tr = QCoreApplication.translate


def held_words(held: Held | None) -> str:
    """Say whether a competence is held."""
    return {
        None: _tr("VaeWords", "Pas encore dit"),
        Held.YES: _tr("VaeWords", "Oui"),
        Held.PARTLY: _tr("VaeWords", "Partiellement"),
        Held.NO: _tr("VaeWords", "Non"),
    }[held]


def part_words(part: Part) -> tuple[str, str]:
    """Name a heading of an example of practice, with its line of help."""
    return {
        Part.TASKS: (_tr("VaeWords", "1. Tâches et conditions"), _tr("VaeWords", "Ce qui est fait, étape par étape.")),
        Part.MEANS: (_tr("VaeWords", "2. Moyens utilisés"), ""),
        Part.OTHERS: (_tr("VaeWords", "3. Avec qui"), ""),
        Part.CONTEXT: (_tr("VaeWords", "4. Contexte"), _tr("VaeWords", "Structure, service, période.")),
        Part.MORE: (_tr("VaeWords", "5. Compléments"), _tr("VaeWords", "Rien d’obligatoire.")),
    }[part]


def missing_words(number: int) -> str:
    """Say how much is to fill."""
    if not number:
        return _tr("VaeWords", "Complet")
    return _tr("VaeWords", "1 point à compléter") if number == 1 else _tr("VaeWords", "{0} à compléter").format(number)


def step_words(step: Step) -> str:
    """Say where a step stands, and until when an answer is expected."""
    due = date_words(step.due.isoformat()) if step.due else ""
    on = date_words(step.on.isoformat()) if step.on else ""
    said = {
        State.DONE: _tr("VaeWords", "fait le {0}").format(on),
        State.NEXT: _tr("VaeWords", "prévu le {0}").format(on) if on else _tr("VaeWords", "prochaine étape"),
        State.LATER: _tr("VaeWords", "prévu le {0}").format(on) if on else _tr("VaeWords", "à venir"),
        State.WAITING: _tr("VaeWords", "réponse attendue au plus tard le {0}, puis le silence vaut oui").format(due),
        State.TACIT: _tr("VaeWords", "pas de réponse au {0} : le silence vaut recevabilité").format(due),
    }[step.state]
    whole = _tr("VaeWords", "{0} : {1}").format(step.title, said)
    return f"{whole}. {step.warning}" if step.warning else whole
