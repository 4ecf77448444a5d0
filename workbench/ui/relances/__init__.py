"""The bank of questions: the wordings that are shipped, and the organisation’s own."""
