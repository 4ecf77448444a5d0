"""The later starts: the passphrase or the recovery key."""
