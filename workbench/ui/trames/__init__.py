"""Adapting an interview guide to an organisation."""
