"""What Établi knows of the field: frozen values, events and their fold; the standard library only."""
