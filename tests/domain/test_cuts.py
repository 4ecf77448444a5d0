from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from workbench.domain import cuts
from workbench.domain.cuts import Cut, CutEntry, Piece
from workbench.domain.positions import Span

LIST = "Savoirs : Lire un plan - Poser un carrelage ; Nettoyer  le chantier"
WORDS = st.sampled_from(["Lire", "un", "plan", "-", "•", ":", ";", " ", "  ", "\n", "é", "🙂"])


def cut_of(*titles, text=LIST, bloc="B1"):
    places = [text.index(title) for title in titles]
    spans = [Span(place, place + len(title)) for place, title in zip(places, titles, strict=True)]
    return Cut(bloc, text, tuple(Piece(f"{bloc}-C{n:02d}", span) for n, span in enumerate(spans, 1)))


AUTOMATIC = cut_of("Lire un plan", "Poser un carrelage", "Nettoyer  le chantier")


def titles(cut):
    return [cut.title(n) for n in range(len(cut.pieces))]


def codes(cut):
    return [piece.code for piece in cut.pieces]


@st.composite
def any_cut(draw):
    text = "".join(draw(st.lists(WORDS, min_size=1, max_size=30)))
    edges = sorted(draw(st.sets(st.integers(0, len(text)), max_size=8)))
    spans = [Span(a, b) for a, b in zip(edges[::2], edges[1::2], strict=False)]
    worded = [s for s in spans if any(c.isalnum() for c in text[s.start : s.end])]
    return Cut("B1", text, tuple(Piece(f"B1-C{n:02d}", span) for n, span in enumerate(worded, 1)))


@st.composite
def gestures(draw):
    cut = automatic = draw(any_cut())
    for name in draw(st.lists(st.sampled_from(["join", "split", "drop", "take"]), max_size=8)):
        place = draw(st.integers(-2, len(cut.text) + 2))
        made = {
            "join": lambda c, p: cuts.join(c, p % 4),
            "split": cuts.split,
            "drop": lambda c, p: cuts.drop(c, p % 4),
            "take": lambda c, p: cuts.take(c, p, automatic),
        }
        cut = made[name](cut, place)
    return automatic, cut


@given(gestures())
def test_pieces_stay_in_the_text_apart_from_one_another_and_each_has_its_code(made):
    automatic, cut = made
    assert automatic.is_sound()
    assert cut.is_sound()


@given(gestures(), st.integers(0, 200))
def test_joining_what_was_split_gives_back_the_same_cut(made, position):
    cut = made[1]
    index = cut.piece_at(position)
    divided = cuts.split(cut, position)
    assert divided == cut or cuts.join(divided, index) == cut


@given(gestures())
def test_the_segments_hold_all_that_is_not_blank_in_its_order(made):
    cut = made[1]
    segments = cut.segments()
    seen = [place for span, _ in segments for place in range(span.start, span.end)]
    assert seen == sorted(set(seen))
    assert {place for place, c in enumerate(cut.text) if not c.isspace()} <= set(seen)
    assert [index for _, index in segments if index is not None] == list(range(len(cut.pieces)))


def test_a_heading_is_a_segment_and_a_bullet_begins_its_piece():
    words = [(LIST[span.start : span.end], index) for span, index in AUTOMATIC.segments()]
    assert words[:3] == [("Savoirs :", None), ("Lire un plan", 0), ("- Poser un carrelage", 1)]


@given(gestures())
def test_a_correction_of_the_same_text_is_applied_as_it_is(made):
    automatic, cut = made
    entry = CutEntry("e", "2026", "", "F", "B1", cut.text, cut.pieces)
    assert cuts.reapplied(entry, automatic) == (cut, ())


def test_joining_keeps_the_first_code_and_the_words_between():
    joined = cuts.join(AUTOMATIC, 0)
    assert titles(joined) == ["Lire un plan - Poser un carrelage", "Nettoyer le chantier"]
    assert codes(joined) == ["B1-C01", "B1-C03"]
    assert cuts.join(AUTOMATIC, 2) == AUTOMATIC


def test_the_codes_of_the_others_never_move_and_a_part_says_of_what():
    divided = cuts.split(AUTOMATIC, LIST.index("un carrelage"))
    assert codes(divided) == ["B1-C01", "B1-C02", "B1-C02.2", "B1-C03"]
    again = cuts.split(divided, LIST.index("carrelage"))
    assert codes(again) == ["B1-C01", "B1-C02", "B1-C02.2", "B1-C02.3", "B1-C03"]


def test_splitting_skips_the_marks_of_the_list_and_refuses_an_empty_side():
    joined = cuts.join(AUTOMATIC, 0)
    divided = cuts.split(joined, LIST.index(" - Poser"), lambda text, at: text.index("Poser"))
    assert titles(divided)[:2] == ["Lire un plan", "Poser un carrelage"]
    assert cuts.split(AUTOMATIC, LIST.index("Lire")) == AUTOMATIC
    assert cuts.split(AUTOMATIC, 0) == AUTOMATIC


def test_what_was_dropped_comes_back_with_its_code_and_a_heading_can_be_taken():
    dropped = cuts.drop(AUTOMATIC, 1)
    assert codes(dropped) == ["B1-C01", "B1-C03"]
    assert cuts.take(dropped, LIST.index("Poser"), AUTOMATIC) == AUTOMATIC
    taken = cuts.take(AUTOMATIC, 0, AUTOMATIC)
    assert (titles(taken)[0], codes(taken)[0]) == ("Savoirs :", "B1-C00.2")
    alone = cut_of("Lire un plan")
    assert cuts.drop(alone, 0) == alone


def entry(cut, number=1, **more):
    return CutEntry(str(number), "2026-11-22T10:00:00Z", "", "F", cut.bloc, cut.text, cut.pieces, **more)


def test_a_text_that_only_moved_keeps_its_correction():
    kept = entry(cuts.join(AUTOMATIC, 0))
    moved = cut_of("Lire  un plan", "Poser un\ncarrelage", "Nettoyer le chantier", text=LIST_MOVED)
    found, _ = cuts.reapplied(kept, moved)
    assert titles(found) == ["Lire un plan - Poser un carrelage", "Nettoyer le chantier"]
    assert codes(found) == ["B1-C01", "B1-C03"]


LIST_MOVED = "  Savoirs : Lire  un plan - Poser un\ncarrelage ; Nettoyer le chantier"


def test_what_was_added_to_the_list_is_cut_by_the_rules():
    text = LIST + " ; Ranger les outils"
    today = cut_of("Lire un plan", "Poser un carrelage", "Nettoyer  le chantier", "Ranger les outils", text=text)
    found, _ = cuts.reapplied(entry(cuts.join(AUTOMATIC, 0)), today)
    assert titles(found)[-1] == "Ranger les outils"
    assert codes(found) == ["B1-C01", "B1-C03", "B1-C04"]


def test_a_dropped_heading_stays_dropped():
    found, _ = cuts.reapplied(entry(cuts.drop(AUTOMATIC, 0)), replace(AUTOMATIC, text=LIST + " "))
    assert titles(found) == ["Poser un carrelage", "Nettoyer le chantier"]


def test_where_a_piece_was_worded_otherwise_the_rules_cut_and_it_is_missed():
    kept = entry(cuts.join(AUTOMATIC, 0))
    today = cut_of(
        "Lire un plan", "Poser un parquet", "Nettoyer  le chantier", text=LIST.replace("carrelage", "parquet")
    )
    found, lost = cuts.reapplied(kept, today)
    assert lost == (0,)
    assert titles(found) == ["Lire un plan", "Poser un parquet", "Nettoyer le chantier"]
    view = cuts.seen("F", "Titre", today, cuts.CutHistory(kept), AUTOMATIC)
    assert view.missed == ("Lire un plan - Poser un carrelage",)
    assert not view.is_corrected


def test_a_piece_that_goes_on_now_is_not_taken_for_the_same_and_the_others_stay_corrected():
    kept = entry(cuts.join(AUTOMATIC, 0))
    longer = cut_of(
        "Lire un plan", "Poser un carrelage", "Nettoyer  le chantier et les abords", text=LIST + " et les abords"
    )
    found, lost = cuts.reapplied(kept, longer)
    assert lost == (1,)
    assert titles(found) == ["Lire un plan - Poser un carrelage", "Nettoyer le chantier et les abords"]
    view = cuts.seen("F", "Titre", longer, cuts.CutHistory(kept), AUTOMATIC)
    assert view.is_corrected
    assert view.missed == ()  # the rules had found it too


@given(gestures(), gestures())
def test_a_correction_of_any_other_text_leaves_a_sound_cut(made, other):
    found, lost = cuts.reapplied(entry(made[1]), other[0])
    assert found.is_sound()
    assert len(found.pieces) >= len(made[1].pieces) - len(lost)


def test_entries_are_undone_and_redone_and_the_automatic_cut_is_returned_to():
    joined, dropped = entry(cuts.join(AUTOMATIC, 0), 1), entry(cuts.drop(AUTOMATIC, 0), 2)
    undo = replace(entry(AUTOMATIC, 3), pieces=(), retracts="2")
    redo = replace(undo, id="4", retracts="3")
    automatic = replace(entry(AUTOMATIC, 5), pieces=())

    def after(*entries):
        found = cuts.read_histories(entries)["F", "B1"]
        return found.entry and found.entry.id, found.undoable, found.redoable

    assert after(joined, dropped) == ("2", "2", "")
    assert after(joined, dropped, undo) == ("1", "1", "3")
    assert after(joined, dropped, undo, redo) == ("2", "2", "")
    assert after(joined, dropped, undo, joined) == ("1", "1", "")
    assert after(joined, replace(undo, retracts="1")) == (None, "", "3")
    back = cuts.read_histories([joined, automatic])["F", "B1"]
    assert not cuts.seen("F", "T", AUTOMATIC, back).is_corrected
    assert back.undoable == "5"
