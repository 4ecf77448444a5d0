"""The portefeuille de reconnaissance: what a person knows how to do, proved by the person's own words."""

from workbench.documents.portfolio.depths import DEPTHS, Depth, Reader
from workbench.documents.portfolio.whole import MENTION, TITLE, portfolio

__all__ = ["DEPTHS", "MENTION", "TITLE", "Depth", "Reader", "portfolio"]
