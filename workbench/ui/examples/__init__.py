"""What the desk taught, and what colleagues gave."""
