"""Cutting a certifier's list into competences, as a careful reader would.

The flux has neither line breaks nor markup: what is left of a list are runs of spaces, bullets and
numbers, and where these were lost too, the infinitive that begins nearly every competence.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Final

from workbench.domain.cuts import Cut, Piece, wording
from workbench.domain.positions import Span
from workbench.domain.referential import Bloc, Competence, Fiche
from workbench.referentials.headings import NAMED_LIST, is_heading, is_sentence_with_colon, without_trailing_heading
from workbench.referentials.infinitives import begins_with_infinitive, with_accents

_BULLET: Final = re.compile(r"[*•▪◦●○■□➢➤►‣·✓✔§\uf0b7\uf0a7]\s*|[-–—]+\s*|[ox](?:\s+|$)")
_CODE: Final = re.compile(
    r"(?:(?:[A-Z]\.)?[A-Z]{1,3}\.?\s?\d{1,2}(?:[.-]?[A-Z]{0,2}\d{1,2})*\b"  # C6.1, A1C2, A5.C1, C.14
    r"|\d{1,2}(?:\.\d{1,2})+"  # 1.1, 1.1.1
    r"|\d{1,2}(?=\s?[.)/])|[a-z](?=\)))"  # 1. 1) 1/ a)
    r"\s?[.:/)–-]*\s{,3}(?!\s)"
)
_FIRST_CODE: Final = re.compile(rf"(?:^|:\s+){_CODE.pattern}")
_NAMED: Final = re.compile(r"Compétences?\s+(?:n°\s*)?[A-Z]?\d{1,2}(?:\.\d{1,2})*\s*[.:/)–-]*\s*")
_MARKERS: Final = re.compile(rf"\s*(?:(?:{_NAMED.pattern}|{_CODE.pattern}|{_BULLET.pattern})\s*)*")
_GAP: Final = re.compile(
    r"\s+"
    r"|(?<=[a-zà-ÿ.;)])(?=[A-ZÀ-Ý][a-zà-ÿ]{3})|(?<=\.)(?=[A-ZÀ-Ý]['’‘])"  # « un planPoser », « un plan.S'assurer »
    r"|(?<=\w)(?=[•▪●■➢➤►✓✔])"
)
_LAST_WORD: Final = re.compile(r"(\w+)['’‘]?$")
_FUNCTION_WORDS: Final = frozenset(
    "à a au aux avec ce ces cet cette chez comme contre d dans de des du en et l la le les leur leurs mais ne ni "
    "nos notre ou par pour puis sa sans se ses si son sous sur un une vers via vos votre qu que qui dont".split()
)
_OPENER: Final = re.compile(
    r"(?:En|Selon|Dans|À|A|Au|Aux|Avec|Sur|Par|Lors|Face|Sous|Après|Avant|Depuis|Suite|Conformément|Grâce|Pour|Afin"
    r"|Suivant|Tout|Sans|Compte|Dès|Chez)\b[^.;:]{,400}"
)
_LONG_ITEM: Final = 1000
_PARENTHESES: Final = re.compile(r"[()]")
_PARENTHESIS: Final = 600
"""How long what stands in parentheses may be, in characters."""
_CLAUSE: Final = re.compile(r",\s+(?=\w)")
_CAPITAL_ITEM: Final = re.compile(r"\W([A-ZÀ-Ý]['’\w]+)")


@dataclass(frozen=True, slots=True)
class _Style:
    """How the whole list is written."""

    dashes: bool
    codes: bool
    lower_case: bool


@dataclass(frozen=True, slots=True)
class _Gap:
    """The place between two words, seen from the item that began at `since`."""

    text: str
    since: int
    start: int
    end: int

    @property
    def width(self) -> int:
        return 4 if "\n" in self.text[self.start : self.end] else self.end - self.start

    @property
    def before(self) -> str:
        return self.text[self.start - 1]

    @property
    def after(self) -> str:
        return self.text[self.end]

    @property
    def item(self) -> str:
        """Return what stands before this gap since the item began, its end only where it is long."""
        return _without_marker(self.text[max(self.since, self.start - _LONG_ITEM) : self.start])

    def follows_function_word(self) -> bool:
        """Say whether the sentence cannot stop here."""
        last = _LAST_WORD.search(self.text, max(0, self.start - 30), self.start)
        return (last is not None and last[1].lower() in _FUNCTION_WORDS) or self.before in ",(/«-–"

    def in_parentheses(self) -> bool:
        """Say whether a parenthesis is open here that is closed further on."""
        before = self.text[max(0, self.start - _PARENTHESIS) : self.start]
        if before.rfind("(") <= before.rfind(")"):
            return False
        next_one = _PARENTHESES.search(self.text, self.start, self.start + _PARENTHESIS)
        return next_one is not None and next_one[0] == ")"


def cut(list_text: str) -> tuple[str, ...]:
    """Return the competences of a list, in its order; markers, headings and context lines are left out."""
    return tuple(wording(list_text, span) for span in cut_spans(list_text))


def cut_spans(list_text: str) -> tuple[Span, ...]:
    """Return the place of each competence of a list, in its order."""
    text, shift = list_text.strip(), len(list_text) - len(list_text.lstrip())
    pieces = [_content(text, span) for span in _pieces(text, _style(text))]
    shouted = all(piece.isupper() for _, piece in pieces)
    items = (
        (start + shift, without_trailing_heading(piece))
        for start, piece in pieces
        if not is_heading(piece, shouted=shouted)
    )
    spans = (Span(start, start + len(item)) for start, item in items)
    return tuple(span for span in spans if wording(list_text, span))


def begins_at(text: str, position: int) -> int:
    """Return where the words begin after the bullets and numbers at a position."""
    return _marker_end(text, position)


def _style(text: str) -> _Style:
    return _Style(
        dashes=text[:1] in "-–—",
        codes=_FIRST_CODE.search(text) is not None,
        lower_case=not any(begins_with_infinitive(found[1]) for found in _CAPITAL_ITEM.finditer(text, 1)),
    )


def _without_marker(piece: str) -> str:
    return piece[_marker_end(piece, 0) :].strip()


def _marker_end(text: str, start: int) -> int:
    """Return where the words begin after bullets and numbers."""
    found = _MARKERS.match(text, start)
    return found.end() if found else start


def _content(text: str, span: Span) -> tuple[int, str]:
    """Return where the words of a piece begin, and these words."""
    piece = text[span.start : span.end]
    content = _without_marker(piece)
    return span.start + len(piece.rstrip()) - len(content), content


def _pieces(text: str, style: _Style) -> Iterator[Span]:
    since, content = 0, _marker_end(text, 0)
    for found in _GAP.finditer(text):
        if found.start() > content and _breaks(_Gap(text, since, *found.span()), style):
            yield Span(since, found.start())
            since, content = found.end(), _marker_end(text, found.end())
    yield Span(since, len(text))


def _breaks(gap: _Gap, style: _Style) -> bool:
    """Say whether an item ends before this gap and another begins after it."""
    if gap.width >= 4 or _is_bullet(gap, style) or _is_code(gap, style):
        return True
    begins = (
        (gap.width >= 2 and gap.after.isupper())
        or NAMED_LIST.match(gap.text, gap.end) is not None
        or _begins_with_verb(gap, style)
        or _begins_with_opener(gap)
    )
    return begins and not gap.follows_function_word() and not gap.in_parentheses()


def _is_bullet(gap: _Gap, style: _Style) -> bool:
    """Say whether a bullet stands here; a dash, an o or an x only where a list needs one."""
    bullet = _BULLET.match(gap.text, gap.end)
    if not bullet or bullet.end() == len(gap.text):
        return False
    if bullet[0][0] not in "-–—ox":
        return True
    after = gap.text[bullet.end()]
    if bullet[0][0] in "ox":
        return gap.width >= 2 or after.isupper()
    return gap.width >= 2 or (bullet[0][-1].isspace() and (style.dashes or after.isupper()))


def _is_code(gap: _Gap, style: _Style) -> bool:
    """Say whether a number begins an item here, and is not one that the sentence speaks of."""
    code = _NAMED.match(gap.text, gap.end) or _CODE.match(gap.text, gap.end)
    if not code or not gap.text[code.end() : code.end() + 1].isupper():
        return False
    return gap.width >= 2 or style.codes or (gap.before in ".;:" and begins_with_infinitive(gap.text, code.end()))


def _begins_with_verb(gap: _Gap, style: _Style) -> bool:
    if not begins_with_infinitive(gap.text, gap.end):
        return False
    if gap.after.isupper():
        # « Analyser : Émettre des conjectures » is one competence; « Savoir-faire : Émettre… » has a heading.
        return gap.before != ":" or not is_sentence_with_colon(gap.item)
    return gap.before == "." or (gap.before == ";" and style.lower_case)


def _begins_with_opener(gap: _Gap) -> bool:
    """Say whether « Selon les consignes, vérifier… » begins here."""
    opener = _OPENER.match(gap.text, gap.end)
    if not opener:
        return False
    return any(begins_with_infinitive(opener[0], clause.end()) for clause in _CLAUSE.finditer(opener[0]))


def cut_fiche(fiche: Fiche, corrected: Callable[[Cut], Cut] = lambda automatic: automatic) -> Fiche:
    """Return the fiche with the competences of the blocs that only have their certifier's list.

    `corrected` returns the cut to use in place of an automatic one.
    """
    return replace(fiche, blocs=tuple(_cut_bloc(bloc, corrected) for bloc in fiche.blocs))


def automatic_cut(bloc: Bloc) -> Cut:
    """Return how the rules cut the list of a bloc."""
    spans = enumerate(cut_spans(bloc.source_text), start=1)
    return Cut(bloc.code, bloc.source_text, tuple(Piece(f"{bloc.code}-C{n:02d}", span) for n, span in spans))


def has_list(bloc: Bloc) -> bool:
    """Say whether the competences of a bloc, as its source gives it, have to be cut out of a list."""
    return bool(bloc.source_text) and not bloc.competences


def _cut_bloc(bloc: Bloc, corrected: Callable[[Cut], Cut]) -> Bloc:
    if not has_list(bloc):
        return bloc
    made = corrected(automatic_cut(bloc))
    competences = (Competence(piece.code, made.title(n)) for n, piece in enumerate(made.pieces))
    return replace(bloc, competences=tuple(competences))


_DEBRIS: Final = ((re.compile(r"\s?\[\d+\]"), ""), (re.compile(r"[‘']"), "’"), (re.compile(r"\s+"), " "))


def repair_for_display(title: str) -> str:
    """Return a competence without what the conversions left in it; the official wording is kept elsewhere.

    Footnote calls go, apostrophes become ’, and the first verb gets the accent of its capital.
    """
    for debris, right in _DEBRIS:
        title = debris.sub(right, title)
    first, space, rest = title.strip().partition(" ")
    return with_accents(first) + space + rest
