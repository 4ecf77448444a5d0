"""Against a server on this machine: nothing here goes out on the network."""

import json
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from tests.referentials.flux import fiche, flux, never, silent, write_zip
from workbench.errors import CancelledError, UnreachableError
from workbench.referentials.open_data import Export, download, latest_exports
from workbench.services.referential_imports import fetch_sources
from workbench.services.referentials import open_catalogue

RNCP, OLDER, RS = (
    f"export-fiches-{name}.zip" for name in ("rncp-v4-1-2026-11-01", "rncp-v4-1-2026-10-01", "rs-v4-1-2026-11-01")
)


@pytest.fixture
def portal(tmp_path):
    """Serve files by their names, and yield the address and the files."""
    files = {}

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            content, length = files.get(self.path[1:], (None, 0))
            self.send_response(404 if content is None else 200)
            self.send_header("Content-Length", str(length))
            self.end_headers()
            self.wfile.write(content or b"")

        def log_message(self, *_words):
            """Stay quiet."""

    server = HTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/", files
    server.shutdown()
    thread.join()
    server.server_close()


def offer(portal, *names, **others):
    """Offer these files on the portal, as its catalogue tells them."""
    address, files = portal
    resources = [{"title": name, "url": address + name, "filesize": 1} for name in names]
    content = json.dumps({"resources": resources, **others}).encode()
    files["jeu"] = (content, len(content))
    return address + "jeu"


def test_the_latest_export_of_each_register_is_taken(portal):
    found = latest_exports(offer(portal, OLDER, RNCP, "export-fiches-rncp-v3-0-2026-12-01.zip", RS, "notice.pdf"))
    assert [export.name for export in found] == [RNCP, RS]


def test_what_is_fetched_is_imported(portal, tmp_path):
    for name, code in ((RNCP, "RNCP7"), (RS, "RS8")):
        content = write_zip(tmp_path / "f.zip", flux(fiche(code)), name.replace("zip", "xml")).read_bytes()
        portal[1][name] = (content, len(content))
    seen = []
    with open_catalogue(tmp_path / "donnees") as catalogue:
        done = fetch_sources(catalogue, lambda *told: seen.append(told), never, offer(portal, RNCP, RS))
        assert [(source.name, source.report.added) for source in done] == [(RNCP, 1), (RS, 1)]
        assert "01/11/2026" in catalogue.fiche("RNCP7").origin
    assert seen == sorted(seen)
    assert seen[-1][0] == seen[-1][1]


@pytest.mark.parametrize("content", [b"{", b"[]", b'{"resources": []}', b'{"resources": [{"url": "x/autre.zip"}]}'])
def test_a_portal_that_answers_otherwise_is_one_sentence(portal, content):
    portal[1]["jeu"] = (content, len(content))
    with pytest.raises(UnreachableError, match=r"enregistrez vous-même"):
        latest_exports(portal[0] + "jeu")


def test_no_network_is_one_sentence(portal):
    with pytest.raises(UnreachableError, match="vérifiez la connexion"):
        latest_exports(portal[0] + "rien")
    with pytest.raises(UnreachableError, match="vérifiez la connexion"):
        latest_exports("http://127.0.0.1:9/")


def test_an_address_that_is_not_encrypted_is_refused():
    with pytest.raises(UnreachableError, match="pas sûre"):
        latest_exports("http://exemple.invalid/")


def test_a_download_that_is_cut_short_is_said_to_be(portal, tmp_path):
    portal[1][RNCP] = (b"PK", 1000)
    with pytest.raises(UnreachableError, match="interrompu"):
        download(Export(RNCP, portal[0] + RNCP), tmp_path, silent, never)


def test_a_download_can_be_stopped(portal, tmp_path):
    portal[1][RNCP] = (b"PK" * 1000, 2000)
    with pytest.raises(CancelledError):
        download(Export(RNCP, portal[0] + RNCP), tmp_path, silent, lambda: True)
