from datetime import date
from itertools import pairwise

import docx
from hypothesis import given
from hypothesis import strategies as st

from tests.documents.pdf.reading import elements, opened, unmarked, words
from tests.documents.samples import ON
from workbench.documents.blocks import Document, TimeLine, TimeSpan
from workbench.documents.docx import write_docx
from workbench.documents.pdf import render_pdf


def line_of(count):
    spans = tuple(TimeSpan(f"Poste {n}", date(1980 + n, 2, 1), date(1981 + n, 6, 30), n != 1) for n in range(count))
    return TimeLine("Ligne de vie", spans, "Frise des postes.")


def document_of(line):
    return Document("Titre", "Ana", "Sujet", "Mention", ON, (line,))


days = st.dates(date(1950, 1, 1), date(2030, 12, 31))


@given(st.lists(st.tuples(days, days).map(sorted), min_size=1, max_size=8))
def test_every_stretch_lies_on_the_axis(pairs):
    line = TimeLine("", tuple(TimeSpan("", *pair) for pair in pairs), "")
    for span in line.spans:
        start, end = line.share(span)
        assert 0 <= start < end <= 1


def test_a_long_life_is_several_tagged_figures_with_words():
    with opened(render_pdf(document_of(line_of(40)))) as pdf:
        figures = [e for e in elements(pdf) if e.S == "/Figure"]
        assert [str(f.Alt) for f in figures] == ["Frise des postes."] * 2
        assert all("/BBox" in f.A for f in figures)
        assert not [operator for page in pdf.pages for operator in unmarked(page)]
    said = words(render_pdf(document_of(line_of(40))))
    assert all(f"Poste {n}" in said for n in range(40))
    assert "1990" in said


def test_one_day_makes_a_line():
    line = TimeLine("Jour", (TimeSpan("Essai", ON, ON),), "Un jour.")
    assert "2026 2027 Essai" in words(render_pdf(document_of(line)))


def test_in_word_each_stretch_is_a_row_whose_cells_fill_the_axis(tmp_path):
    write_docx(document_of(line_of(5)), tmp_path / "vie.docx")
    (table,) = docx.Document(str(tmp_path / "vie.docx")).tables
    spans = [[tc.grid_span for tc in row._tr.tc_lst] for row in table.rows]
    assert {sum(row) for row in spans} == {len(table.columns)}
    assert [row.cells[-1].text for row in table.rows][:2] == ["1980\u00a0– 1981", "1981\u00a0– 1982"]
    starts = [row[1] for row in spans[1:]]
    assert all(earlier < later for earlier, later in pairwise(starts))
