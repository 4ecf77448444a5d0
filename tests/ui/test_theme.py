import pytest

from workbench.ui.theme.tokens import DARK, HIGH_DARK, HIGH_LIGHT, LIGHT

EVERY = [(LIGHT, 4.5), (DARK, 4.5), (HIGH_LIGHT, 7), (HIGH_DARK, 7)]
NAMES = ["clair", "sombre", "contraste clair", "contraste sombre"]


def luminance(colour):
    def linear(part):
        return part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(int(colour[i : i + 2], 16) / 255) for i in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(first, second):
    light, dark = sorted((luminance(first), luminance(second)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize(("palette", "least"), EVERY, ids=NAMES)
def test_words_can_be_read(palette, least):
    grounds = (palette.ground, palette.surface, palette.sunken, palette.raised)
    pairs = [(text, ground) for text in (palette.text, palette.muted, palette.accent) for ground in grounds]
    pairs += [(palette.on_accent, palette.accent), (palette.accent_strong, palette.accent_soft)]
    pairs += [
        (palette.warning, palette.warning_soft),
        (palette.danger, palette.surface),
        (palette.text, palette.danger_soft),
    ]
    pairs += [
        (palette.rail_text, palette.rail_chosen),
        (palette.rail_muted, palette.rail),
        (palette.text, palette.sentence),
    ]
    pairs += [(palette.text, ground) for ground in palette.bloc_grounds]
    pairs += [(palette.text, palette.accent_soft), (palette.text, palette.warning_soft)]
    assert [(p, round(contrast(*p), 2)) for p in pairs if contrast(*p) < least] == []


@pytest.mark.parametrize("palette", [palette for palette, _ in EVERY], ids=NAMES)
def test_lines_and_focus_can_be_seen(palette):
    pairs = [(colour, palette.surface) for colour in (*palette.blocs, palette.focus, palette.accent)]
    pairs += [(palette.rail_focus, palette.rail), (palette.rail_focus, palette.rail_chosen)]
    assert [(p, round(contrast(*p), 2)) for p in pairs if contrast(*p) < 3] == []
