"""How the dossiers' database came to be what it is: small steps, only ever added to."""

from workbench.database import Database, Migrations

migrations = Migrations("etabli.dossiers")


@migrations()
def m001_journal(db: Database) -> None:
    """The journal, and what the list of dossiers shows."""
    db.table("events").create(
        {
            "id": str,
            "dossier_id": str,
            "clock": int,
            "at": str,
            "author": str,
            "kind": str,
            "fields": str,
        },
        pk="id",
        not_null={"dossier_id", "clock", "at", "author", "kind", "fields"},
    )
    db.table("events").create_index(["dossier_id", "clock"])
    db.table("dossiers").create({"id": str, "updated_at": str, "summary": str, "words": str}, pk="id")
    db.table("dossiers").enable_fts(["words"], tokenize="unicode61 remove_diacritics 2", create_triggers=True)
    # Words that are erased leave the index at once, not at some later merge.
    db.execute("INSERT INTO dossiers_fts(dossiers_fts, rank) VALUES('secure-delete', 1)")


@migrations()
def m002_outdated(db: Database) -> None:
    """The dossiers whose events are ahead of what the list shows of them."""
    db.table("outdated").create({"dossier_id": str}, pk="dossier_id")


@migrations()
def m003_examples(db: Database) -> None:
    """What each dossier teaches the engine; those that were there are read again for it."""
    db.table("dossiers").add_column("examples", str, not_null_default="[]")
    db.execute("INSERT OR IGNORE INTO outdated SELECT id FROM dossiers")


@migrations()
def m004_fiche_migrations(_db: Database) -> None:
    """From here on, a journal may tell of migrated fiches: earlier versions cannot read it, and have to refuse it."""


@migrations()
def m005_secrets(db: Database) -> None:
    """What the store keeps secret of itself: the key that seals its documents."""
    db.table("secrets").create({"name": str, "value": bytes}, pk="name", not_null={"value"})


@migrations()
def m006_reading(_db: Database) -> None:
    """From here on, a journal may tell what the person read back and the tasks of an experience.

    Earlier versions cannot read the one and would lose the other.
    """


@migrations()
def m007_positionings(_db: Database) -> None:
    """From here on, a journal may tell of positionings, which earlier versions cannot read."""


@migrations()
def m008_vae(_db: Database) -> None:
    """From here on, a journal may hold what a VAE asks for: earlier versions cannot read it, and have to refuse it."""


@migrations()
def m009_questions(_db: Database) -> None:
    """From here on, a journal may tell of questions prepared and asked: earlier versions have to refuse it."""


@migrations()
def m010_handover(_db: Database) -> None:
    """From here on, a journal may tell of consents and of documents that left: earlier versions have to refuse it."""


@migrations()
def m011_files(db: Database) -> None:
    """The bytes of attached files, once for each dossier: undoing their removal finds them again."""
    columns = {"dossier_id": str, "digest": str, "content": bytes}
    db.table("files").create(columns, pk=("dossier_id", "digest"), not_null={"content"})
