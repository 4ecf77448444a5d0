"""Documents: neutral blocks first, then one writer per format."""
