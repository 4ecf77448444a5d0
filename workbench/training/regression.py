"""Small regressions, in numpy: logistic by Newton's steps, multinomial by accelerated gradient."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from workbench.matching.vectors import Floats

Matrix = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Logistic:
    """The weights of a logistic regression over centred and scaled features."""

    mean: Matrix
    scale: Matrix
    weights: Matrix
    bias: float

    def probabilities(self, features: Matrix) -> Matrix:
        """Return the probability of each row."""
        logits = (features - self.mean) / self.scale @ self.weights + self.bias
        result: Matrix = 1 / (1 + np.exp(-np.clip(logits, -30, 30)))
        return result


def fit_logistic(features: Matrix, targets: Matrix, counts: Matrix, ridge: float = 3.0, steps: int = 12) -> Logistic:
    """Fit by Newton's method; `counts` weighs the rows, `ridge` holds all weights but the bias."""
    mean, scale = features.mean(axis=0), features.std(axis=0) + 1e-6
    table = np.hstack([(features - mean) / scale, np.ones((len(features), 1))])
    penalty = ridge * np.eye(table.shape[1])
    penalty[-1, -1] = 0
    weights = np.zeros(table.shape[1])
    for _ in range(steps):
        found = 1 / (1 + np.exp(-np.clip(table @ weights, -30, 30)))
        gradient = table.T @ (counts * (found - targets)) + penalty @ weights
        curvature = (table * (counts * found * (1 - found))[:, None]).T @ table + penalty
        weights -= np.linalg.solve(curvature, gradient)
    return Logistic(mean, scale, weights[:-1], float(weights[-1]))


def fit_multinomial(likeness: Floats, targets: Floats, ridge: float = 2.0, steps: int = 150) -> Floats:
    """Fit by Nesterov's gradient, the weights kept as a sum of rows: there are more features than rows.

    `likeness` has the products of the rows with each other, `targets` is one-hot; return what each row adds to each
    class, of the shape of `targets`: the weights are the transposed features times that.
    """
    rate = 1 / (0.5 * _largest_eigenvalue(likeness) + ridge)
    rows: Floats = np.zeros(targets.shape, likeness.dtype)
    ahead, pace = rows.copy(), 1.0
    for _ in range(steps):
        scores = likeness @ ahead
        scores -= scores.max(axis=1, keepdims=True)
        shares = np.exp(scores)
        shares /= shares.sum(axis=1, keepdims=True)
        moved = ahead - rate * (shares - targets + ridge * ahead)
        next_pace = (1 + (1 + 4 * pace**2) ** 0.5) / 2
        ahead = moved + (pace - 1) / next_pace * (moved - rows)
        rows, pace = moved, next_pace
    return rows


def _largest_eigenvalue(likeness: Floats, rounds: int = 30) -> float:
    """Return the largest eigenvalue, a little over, by the power method."""
    vector = np.ones(likeness.shape[1], likeness.dtype)
    length = 1.0
    for _ in range(rounds):
        vector = likeness @ vector
        length = float(np.linalg.norm(vector))
        vector /= length
    return 1.05 * length
