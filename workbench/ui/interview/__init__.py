"""The guide of the interview, step by step."""
