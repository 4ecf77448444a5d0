"""From what people say to what referentials name: a pure function of a text and an index."""
