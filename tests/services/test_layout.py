import pytest
from PIL import Image

from workbench.documents.layout import USUAL, Layout
from workbench.errors import UnreadableFileError
from workbench.paths import layout_path, logo_path
from workbench.services.layout import LayoutError, load_layout, read_logo, save_layout


def logo_file(folder, mode="RGBA", size=(40, 20)):
    path = folder / "logo.png"
    Image.new(mode, size, (200, 0, 0, 0) if mode == "RGBA" else 0).save(path)
    return path


def test_without_a_file_the_layout_is_the_usual_one(tmp_path):
    assert load_layout(tmp_path) == USUAL


def test_what_is_kept_comes_back(tmp_path):
    layout = Layout("#7A1F5C", "« ML » \\", "Pied\x7f", "Une.\nDeux.", "ML", read_logo(logo_file(tmp_path)))
    save_layout(layout, tmp_path)
    assert load_layout(tmp_path) == layout
    save_layout(USUAL, tmp_path)
    assert load_layout(tmp_path) == USUAL
    assert not logo_path(tmp_path).exists()


def test_a_pale_colour_is_not_kept(tmp_path):
    with pytest.raises(LayoutError, match="plus foncée"):
        save_layout(Layout("#FFEE00"), tmp_path)
    assert not layout_path(tmp_path).exists()


@pytest.mark.parametrize("words", ['accent = "#FFEE00"', "accent = 3", "couleur = 1", "accent = "])
def test_a_file_that_was_spoilt_by_hand_is_refused(tmp_path, words):
    layout_path(tmp_path).write_text(words, "utf-8")
    with pytest.raises(UnreadableFileError, match="mise-en-page"):
        load_layout(tmp_path)


def test_a_logo_is_flattened_on_white_and_made_small(tmp_path):
    made = tmp_path / "kept.png"
    made.write_bytes(read_logo(logo_file(tmp_path, size=(3000, 300))))
    with Image.open(made) as picture:
        assert picture.mode == "RGB"
        assert picture.size == (1200, 120)
        assert picture.getpixel((5, 5)) == (255, 255, 255)


def test_what_is_no_picture_is_refused(tmp_path):
    (tmp_path / "logo.svg").write_text("<svg/>", "utf-8")
    for name in ("logo.svg", "absent.png"):
        with pytest.raises(UnreadableFileError, match="PNG ou en JPEG"):
            read_logo(tmp_path / name)
