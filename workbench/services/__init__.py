"""One module per use case; what they need of the layers below is named in `ports`."""
