"""The help: pages, search, and a tour of the example."""
