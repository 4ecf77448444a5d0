"""The seal of a PDF: that no byte changed since, and which key says so."""

from workbench.documents.sealing.manifest import fingerprint
from workbench.documents.sealing.sealing import seal
from workbench.documents.sealing.verifying import Finding, Verdict, verify

__all__ = ["Finding", "Verdict", "fingerprint", "seal", "verify"]
