"""Handing documents over: reading them back piece by piece, for whom they are, and what left before."""
