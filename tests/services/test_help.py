import re

import pytest

from workbench.errors import UnreadableFileError
from workbench.services.help import FOLDER, HelpPage, load_pages, load_tour, search

PAGES = (
    HelpPage("a", "Récits", "# Récits\n\nUn moment.\n\n## Œuvrer seul\n\nVoir [la suite](b.md), **toujours**.\n"),
    HelpPage("b", "La suite", "# La suite\n\nDes récits et des récits.\n"),
)


def found(words):
    return [(f.page.id, f.heading) for f in search(PAGES, words)]


def test_titles_come_before_what_merely_mentions():
    assert found("recit") == [("a", "Récits"), ("b", "La suite")]


def test_accents_ligatures_and_ends_of_words_do_not_matter():
    assert found("OEUVR seul") == [("a", "Œuvrer seul")]
    assert found("cits") == []


def test_every_word_has_to_be_in_the_section():
    assert found("récits suite") == [("b", "La suite")]
    assert found("  ") == []


def test_an_excerpt_is_without_signs():
    assert search(PAGES, "toujours")[0].excerpt == "Voir la suite, toujours."


def test_a_missing_page_is_one_sentence(tmp_path):
    (tmp_path / "sommaire.toml").write_text('pages = [{ id = "perdue", rooms = [] }]', "utf-8")
    with pytest.raises(UnreadableFileError, match="« perdue » manque"):
        load_pages(tmp_path)


def test_every_page_is_in_the_contents_and_every_link_leads_to_one():
    pages = load_pages()
    assert {p.id for p in pages} == {path.stem for path in FOLDER.glob("*.md")}
    linked = {name for p in pages for name in re.findall(r"\]\((.+?)\)", p.text)}
    assert linked <= {f"{p.id}.md" for p in pages}


def test_no_page_is_empty_and_each_has_one_title():
    assert all(len(re.findall(r"^# ", p.text, re.MULTILINE)) == 1 for p in load_pages())
    assert all(len(p.text.split()) > 60 for p in load_pages())


def test_the_tour_takes_about_five_minutes():
    words = sum(len(f"{s.title} {s.text}".split()) for s in load_tour())
    assert 200 <= words <= 450


@pytest.mark.parametrize("words", ["silence", "pourquoi", "accord", "« on »".strip("« »"), "clavier", "clé de secours"])
def test_what_a_newcomer_looks_for_is_found(words):
    assert search(load_pages(), words)
