"""The words of a story that was written elsewhere, cleaned."""

from pathlib import Path

from workbench.documents.stories import read_words
from workbench.domain.cleaning import cleaned, mended
from workbench.errors import UnreadableFileError


def read_story(path: Path) -> str:
    """Return the words of a .docx, .odt or .txt, cleaned; UnreadableFileError where there are none."""
    return _told(path, mended(cleaned(read_words(path))))


def story_of_pages(path: Path, pages: tuple[str, ...]) -> str:
    """Return the words of the pages of a PDF, its lines whole again; UnreadableFileError where there are none."""
    if not any(page.strip() for page in pages):
        raise UnreadableFileError(
            f"« {path.name} » ne contient que des images : passez-le à la reconnaissance de texte, ou recopiez-le."
        )
    return _told(path, mended(cleaned("\n".join(pages))))


def _told(path: Path, text: str) -> str:
    if not text:
        raise UnreadableFileError(f"« {path.name} » est vide : choisissez un autre fichier.")
    return text
