"""The experiences that the person tells of."""
