import pytest

from workbench.domain.solidity import Grade, Point, Sign, Solidity


def solidity(*points):
    return Solidity(tuple(Sign(p, "mots") for p in points))


@pytest.mark.parametrize(
    ("points", "grade"),
    [
        ((), Grade.GENERIC),
        ((Point.DEED, Point.ONCE), Grade.GENERIC),
        ((Point.DEED, Point.ONCE, Point.MEANS), Grade.TO_DEVELOP),
        ((Point.DEED, Point.ONCE, Point.MEANS, Point.STEPS), Grade.TO_DEVELOP),
        ((Point.DEED, Point.ONCE, Point.MEANS, Point.STEPS, Point.RESULT), Grade.PROBATIVE),
        (tuple(p for p in Point if p is not Point.ONCE), Grade.TO_DEVELOP),
        (tuple(p for p in Point if p is not Point.DEED), Grade.TO_DEVELOP),
    ],
)
def test_a_proof_takes_five_points_with_the_deed_and_the_one_time(points, grade):
    assert solidity(*points).grade is grade
    assert solidity(*points).points == len(points)
