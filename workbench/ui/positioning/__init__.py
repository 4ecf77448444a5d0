"""The positioning of a person before a training programme."""
