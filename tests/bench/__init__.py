"""What is measured rather than tested: `python -m tests.bench NOM [--json]`."""
