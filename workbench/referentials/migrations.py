"""How the catalogue's database came to be what it is: small steps, only ever added to."""

from workbench.database import Database, Migrations

migrations = Migrations("etabli.referentiels")


@migrations()
def m001_catalogue(db: Database) -> None:
    """The fiches, what the search knows of them, and which shipped files were loaded."""
    db.table("fiches").create(
        {
            "id": int,
            "code": str,
            "active": int,
            "shipped": int,
            "origin": str,
            "digest": bytes,
            "heading": bytes,
            "blocs": bytes,
        },
        pk="id",
        not_null={"code", "active", "shipped", "origin", "digest", "heading", "blocs"},
    )
    db.table("fiches").create_index(["code"], unique=True)
    db.table("facts").create({"name": str, "value": bytes}, pk="name", not_null={"value"})
    db.execute(
        "CREATE VIRTUAL TABLE words USING fts5(code, title, jobs, blocs, lists, content='', contentless_delete=1,"
        " prefix='2 3', tokenize='unicode61 remove_diacritics 2')"
    )
