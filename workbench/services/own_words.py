"""Words that the desk added to the dictionary: a text file of the data folder, one word a line.

The file is not encrypted, and names of people do not belong there: words with a capital are refused.
"""

from pathlib import Path

from workbench.errors import EtabliError, StoreError

FILE = "dictionnaire.txt"


def read_words(folder: Path) -> frozenset[str]:
    """Return the words that were added; none where there is no file yet."""
    path = folder / FILE
    try:
        return frozenset(path.read_text("utf-8").split()) if path.exists() else frozenset()
    except (OSError, UnicodeDecodeError) as error:
        raise StoreError(f"{path} ne se lit pas : corrigez ce fichier, ou effacez-le.") from error


def add_word(folder: Path, word: str) -> None:
    """Add a word in small letters."""
    if word != word.lower():
        raise EtabliError(
            f"« {word} » porte une majuscule : le dictionnaire ne garde aucun nom ; choisissez plutôt « Ignorer »."
        )
    words = sorted(read_words(folder) | {word})
    try:
        (folder / FILE).write_text("\n".join(words) + "\n", "utf-8")
    except OSError as error:
        raise StoreError(f"{folder / FILE} ne s’écrit pas : vérifiez la place et les droits du disque.") from error
