"""The required parts of the public schemas, in our own words: enough to see a field lost or misnamed.

The official JSON Schemas (1EdTech's AchievementCredential, jsonresume/resume-schema) are checked by hand.
"""

import re
from datetime import datetime

ISO = re.compile(r"[12]\d{3}(-[01]\d(-[0-3]\d)?)?")
URI = re.compile(r"[a-z][a-z0-9+.-]*:\S+")
ACHIEVEMENT_TYPES = {"Achievement", "Competency", "Badge", "Certificate"}
ALIGNMENT_TYPES = {"ceasn:Competency", "ceterms:Credential", "CFItem", "CTDL"}


def badge_faults(credential):
    """Return what an AchievementCredential lacks."""
    subject = credential.get("credentialSubject", {})
    achievement = subject.get("achievement", {})
    faults = _lacking(credential, "id", "issuer", "validFrom", "evidence")
    faults += _lacking(credential.get("issuer", {}), "id", "type") + _lacking(subject, "id", "type", "achievement")
    faults += _lacking(achievement, "id", "type", "name", "description", "criteria")
    faults += [] if credential["@context"][0] == "https://www.w3.org/ns/credentials/v2" else ["context"]
    faults += [] if {"VerifiableCredential", "AchievementCredential"} <= set(credential["type"]) else ["type"]
    faults += [] if achievement.get("achievementType") in ACHIEVEMENT_TYPES else ["achievementType"]
    faults += [] if datetime.fromisoformat(credential["validFrom"]).tzinfo else ["validFrom has no zone"]
    for alignment in achievement.get("alignment", ()):
        faults += _lacking(alignment, "type", "targetName", "targetUrl")
        kind = alignment["targetType"]
        faults += [] if kind in ALIGNMENT_TYPES or kind.startswith("ext:") else ["targetType"]
        faults += [] if URI.fullmatch(alignment["targetUrl"]) else ["targetUrl"]
    return faults + [fault for e in credential.get("evidence", ()) for fault in _lacking(e, "type", "narrative")]


RESUME_KEYS = {
    "basics": {"name", "email", "phone", "summary"},
    "meta": {"version", "lastModified"},
    "work": {"position", "location", "startDate", "endDate", "summary", "highlights"},
    "volunteer": {"position", "startDate", "endDate", "summary", "highlights"},
    "education": {"area", "institution", "startDate", "endDate"},
    "projects": {"name", "type", "startDate", "endDate", "description", "highlights"},
    "skills": {"name", "keywords"},
}


def resume_faults(resume):
    """Return what JSON Resume does not know, and dates that it refuses."""
    faults = []
    for section, value in resume.items():
        if section == "$schema":
            continue
        for item in value if isinstance(value, list) else [value]:
            faults += [f"{section}.{key}" for key in item.keys() - RESUME_KEYS.get(section, set())]
            dates = (item[key] for key in ("startDate", "endDate") if key in item)
            faults += [f"{section}: {words}" for words in dates if not ISO.fullmatch(words)]
    return faults


def _lacking(item, *keys):
    return [key for key in keys if not item.get(key)]
