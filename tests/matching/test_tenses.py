import pytest

from workbench.matching.tenses import is_conditional, is_future


@pytest.mark.parametrize(
    ("form", "lemma", "expected"),
    [
        ("aimerais", "aimer", True),
        ("vendrait", "vendre", True),
        ("aurais", "avoir", True),
        ("préparais", "préparer", False),
        ("tirais", "tirer", False),
        ("devais", "devoir", False),
        ("devrais", "devoir", True),
    ],
)
def test_conditional(form, lemma, expected):
    assert is_conditional(form, lemma) is expected


def test_future_is_not_conditional():
    assert is_future("prendrai", "prendre")
    assert not is_conditional("prendrai", "prendre")
