"""Verifying a sealed document."""
