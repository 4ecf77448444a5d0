"""What the stories show of each fiche, bloc by bloc."""
