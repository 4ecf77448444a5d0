import pytest

from tests.referentials.flux import never, silent
from workbench.errors import CancelledError, UnreadableFileError
from workbench.referentials.importing import read_fiches
from workbench.referentials.parts import groups

ROME_FILES = {
    "unix_referentiel_code_rome_v460_utf8.csv": (
        "code_rome,libelle_rome,code_rome_parent\nZ1000,Forain / Foraine,Z1000\nZ1001,Tireur,Z1000\n"
    ),
    "unix_referentiel_appellation_v460_utf8.csv": (
        "code_ogr,libelle_appellation_long,code_rome\n1,Manégier / Manégière,Z1000\n2,Confiseur de foire,Z1001\n"
    ),
    "unix_referentiel_competence_v460_utf8.csv": (
        "code_ogr,nature,libelle_competence,code_ogr_macro_comp\n10,Macro,Tenir un manège,\n"
        "11,C,Vendre des tickets,10\n12,C,Freiner en douceur,10\n13,C,Compter la caisse,\n14,M,Avoir de la voix,\n"
    ),
    "unix_liens_rome_referentiels_v460_utf8.csv": (
        "code_rome,code_compo_bloc,code_rubrique,code_ogr\nZ1000,5,1,11\nZ1000,5,1,12\nZ1000,5,1,13\nZ1000,5,2,14\n"
        "Z1000,5,3,99\nZ1000,2,,1\nZ1001,5,1,13\n"
    ),
}
URI = "http://data.europa.eu/esco/"
ESCO_FILES = {
    "occupations_fr.csv": (
        f"conceptUri,preferredLabel,altLabels\n{URI}occupation/0000aaaa-1111-2222,forain/foraine,baraquier|manégier\n"
    ),
    "skills_fr.csv": f"conceptUri,preferredLabel,altLabels\n{URI}skill/0000bbbb-1111-2222,tenir un stand,\n",
}
RELATIONS = (
    "occupationUri,relationType,skillType,skillUri\n"
    f"{URI}occupation/0000aaaa-1111-2222,essential,skill,{URI}skill/0000bbbb-1111-2222\n"
)


def write(folder, files):
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    return [folder / name for name in files]


def read(chosen):
    return tuple(entry.fiche for entry in read_fiches(chosen, silent, never))


def test_a_metier_is_a_fiche_and_its_themes_are_blocs(tmp_path):
    first, second = read(write(tmp_path, ROME_FILES))
    assert (first.code, first.title) == ("ROME-Z1000", "Forain / Foraine")
    assert first.origin == "Source : France Travail, ROME 4.0, version 4.60 (Licence Ouverte 2.0)"
    assert [(b.title, [c.title for c in b.competences]) for b in first.blocs] == [
        ("Tenir un manège", ["Vendre des tickets", "Freiner en douceur"]),
        ("Autres savoir-faire", ["Compter la caisse"]),
        ("Savoir-être professionnels", ["Avoir de la voix"]),
    ]
    assert first.competences()[0].code == "ROME-Z1000-11"
    assert second.jobs == ("Z1001 Tireur", "Z1000 Forain / Foraine", "Confiseur de foire")


def test_one_file_stands_for_those_of_its_folder(tmp_path):
    paths = write(tmp_path, ROME_FILES)
    assert read(paths[2]) == read(paths)


def test_says_which_file_is_missing(tmp_path):
    paths = write(tmp_path, ROME_FILES)
    with pytest.raises(UnreadableFileError, match="il manque « liens_rome_referentiels » ; choisissez"):
        read(paths[:3])
    paths[3].unlink()
    with pytest.raises(UnreadableFileError, match="il manque « liens_rome_referentiels » ; choisissez"):
        read(paths[0])


def test_refuses_the_same_file_twice_and_files_of_several_versions(tmp_path):
    paths = write(tmp_path, ROME_FILES)
    copy = tmp_path / "copie.csv"
    copy.write_bytes(paths[0].read_bytes())
    with pytest.raises(UnreadableFileError, match="deux fois le même fichier"):
        read([*paths, copy])
    paths[3].write_text(ROME_FILES[paths[3].name] + "Z1001,5,1,77\n", encoding="utf-8")
    with pytest.raises(UnreadableFileError, match="ligne 9 : la compétence 77 est inconnue"):
        read(paths)


def test_an_esco_occupation_is_a_fiche_and_says_that_its_skills_are_not_linked(tmp_path):
    (fiche,) = read(write(tmp_path, ESCO_FILES))
    assert (fiche.code, fiche.title, fiche.blocs) == ("ESCO-0000AAAA-1111", "forain/foraine", ())
    assert fiche.jobs == ("baraquier", "manégier")
    assert "CC BY 4.0" in fiche.origin
    assert "occupationSkillRelations" in fiche.notice


def test_the_skills_of_esco_come_with_the_file_that_links_them(tmp_path):
    (fiche,) = read(write(tmp_path, ESCO_FILES | {"relations.csv": RELATIONS}))
    assert [(b.title, b.competences[0].title) for b in fiche.blocs] == [("Compétences essentielles", "tenir un stand")]
    assert fiche.notice == ""


def test_the_skills_alone_are_not_enough(tmp_path):
    with pytest.raises(UnreadableFileError, match="fichiers « ESCO » : il manque « occupations »"):
        read(write(tmp_path, {"skills_fr.csv": ESCO_FILES["skills_fr.csv"]}))


def test_files_of_one_source_go_together_and_others_alone(tmp_path):
    rome, esco = write(tmp_path, ROME_FILES), write(tmp_path, ESCO_FILES)
    other = write(tmp_path, {"local.csv": "fiche;bloc\n"})
    assert groups([*rome[:2], *other, *esco, *rome[2:], tmp_path / "absent"]) == [
        rome,
        other,
        esco,
        [tmp_path / "absent"],
    ]


def test_files_of_several_sources_are_all_read(tmp_path):
    paths = [*write(tmp_path, ROME_FILES), *write(tmp_path, ESCO_FILES)]
    assert [f.code[:4] for f in read(paths[::-1])] == ["ESCO", "ROME", "ROME"]


def test_stops_when_asked(tmp_path):
    with pytest.raises(CancelledError):
        tuple(read_fiches(write(tmp_path, ROME_FILES), silent, lambda: True))


def test_reads_the_real_rome(shared):
    found = {f.code: f for f in read(sorted((shared / "donnees/rome").glob("*.csv")))}
    assert len(found) == 1584
    assert all(
        f.competences() and len({c.code for c in f.competences()}) == len(f.competences()) for f in found.values()
    )
    assert any("à domicile" in job for job in found["ROME-K1304"].jobs)


def test_reads_the_real_esco(shared):
    found = read(sorted((shared / "donnees/esco").glob("*.csv")))
    assert len({f.code for f in found}) == len(found) > 2500
