"""Reading the TOML files that are shipped, or that a user wrote, into typed values."""

import re
import tomllib
from pathlib import Path
from typing import TypeVar

import msgspec

from workbench.errors import UnreadableFileError

Value = TypeVar("Value")

_LINE = re.compile(r"at line (\d+)")
_MISSING = re.compile(r"missing required field `(.+?)`")
_UNKNOWN = re.compile(r"contains unknown field `(.+?)`")
_KIND = re.compile(r"Expected `(.+?)`")
_PLACE = re.compile(r"at `\$\.?(.*?)`$")
_KINDS = {"str": "un texte entre guillemets", "int": "un nombre entier", "bool": "true ou false", "array": "une liste"}


def read_toml(path: Path, kind: type[Value]) -> Value:
    """Return a TOML file as a value of `kind`; unknown keys are refused where the type forbids them.

    Raises:
        UnreadableFileError: it cannot be read, or does not have that shape; the sentence says where.
    """
    try:
        return msgspec.convert(tomllib.loads(path.read_text("utf-8")), kind)
    except OSError as error:
        raise UnreadableFileError(f"« {path} » ne peut pas être lu : vérifiez qu’il existe.") from error
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise UnreadableFileError(f"« {path.name} » n’est pas un fichier TOML valable{_line(error)}.") from error
    except msgspec.ValidationError as error:
        raise UnreadableFileError(f"« {path.name} » n’a pas la forme attendue : {_shape(error)}.") from error


def _line(error: Exception) -> str:
    """Say on which line the reader of TOML stopped."""
    found = _LINE.search(str(error))
    return f" : voyez la ligne {found[1]}" if found else " : voyez la fin du fichier"


def _shape(error: msgspec.ValidationError) -> str:
    """Say in French what msgspec expected, and where (steps[0] is the first step)."""
    words = str(error)
    place = _PLACE.search(words)
    where = f" dans {place[1]}" if place and place[1] else ""
    if missing := _MISSING.search(words):
        return f"il manque « {missing[1]} »{where}"
    if unknown := _UNKNOWN.search(words):
        return f"« {unknown[1]} » n’est pas connu{where}"
    kind = _KIND.search(words)
    return f"il faut {_KINDS.get(kind[1], kind[1])}{where}" if kind else words
