"""The first start: a passphrase, a recovery key, a first dossier."""
