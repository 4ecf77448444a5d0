"""Reading the TOML files that are shipped, or that a user wrote, into typed values."""

import tomllib
from pathlib import Path
from typing import TypeVar

import msgspec

from workbench.errors import UnreadableFileError

Value = TypeVar("Value")


def read_toml(path: Path, kind: type[Value]) -> Value:
    """Return a TOML file as a value of `kind`; unknown keys are refused where the type forbids them.

    Raises:
        UnreadableFileError: it cannot be read, or does not have that shape; the sentence says where.
    """
    try:
        return msgspec.convert(tomllib.loads(path.read_text("utf-8")), kind)
    except OSError as error:
        raise UnreadableFileError(f"« {path} » ne peut pas être lu : vérifiez qu'il existe.") from error
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise UnreadableFileError(f"« {path.name} » n'est pas un fichier TOML valable ({error}).") from error
    except msgspec.ValidationError as error:
        raise UnreadableFileError(f"« {path.name} » n'a pas la forme attendue ({error}).") from error
