"""How the catalogue's database came to be what it is: small steps, only ever added to."""

import json

from workbench.database import Database, Migrations
from workbench.domain.catalogue import kind_of
from workbench.referentials.records import rome_codes
from workbench.referentials.rncp import export_date
from workbench.referentials.words import plain

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


@migrations()
def m002_facets_and_details(db: Database) -> None:
    """What fiches are chosen by, in small rows of their own; what one reads of them, in others.

    Details are not known of the fiches that are there: their source has to be imported again.
    """
    db.table("facets").create(
        {
            "id": int,
            "code": str,
            "kind": str,
            "active": int,
            "level": int,
            "vae": int,
            "rome": str,
            "certifiers": str,
            "origin": str,
            "seen": str,
            "gone_on": str,
        },
        pk="id",
        not_null={"code", "kind", "active", "rome", "certifiers", "origin", "seen", "gone_on"},
    )
    db.table("details").create({"id": int, "digest": bytes, "content": bytes}, pk="id", not_null={"digest", "content"})
    rows = db.execute("SELECT id, code, active, origin, heading FROM fiches").fetchall()
    db.conn.executemany(
        "INSERT INTO facets VALUES (?, ?, ?, ?, ?, NULL, ?, ?, ?, ?, '')", [_facets(*row) for row in rows]
    )
    db.table("facets").create_index(["code"], unique=True)
    for column in ("active", "origin"):
        db.execute(f"ALTER TABLE fiches DROP COLUMN {column}")


def _facets(row_id: int, code: str, active: int, origin: str, heading: bytes) -> tuple[object, ...]:
    known = json.loads(heading)
    certifiers = plain("\n".join(known["certifiers"]))
    jobs = rome_codes(tuple(known["jobs"]))
    return row_id, code, str(kind_of(code)), active, known["level"], jobs, certifiers, origin, export_date(origin)
