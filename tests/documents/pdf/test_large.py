from tests.documents.samples import ON, full_document, full_dossier
from workbench.documents.easy import easy_portfolio
from workbench.documents.pdf import render_pdf
from workbench.documents.pdf.look import styles, type_size


def test_large_type_is_upright_without_serifs_and_keeps_the_order_of_headings():
    with type_size(large=True):
        made = {name: style for name, style in styles().items() if name != "furniture"}
    assert all(
        style.fontSize >= 14 and style.fontName in {"NotoSans-Regular", "NotoSans-Bold"} for style in made.values()
    )
    sizes = [made[name].fontSize for name in ("title", "heading1", "heading2", "heading3", "body")]
    assert sizes == sorted(sizes, reverse=True)


def test_a_large_document_leaves_the_next_one_as_it_was():
    before = render_pdf(full_document())
    render_pdf(easy_portfolio(full_dossier(), ON))
    assert render_pdf(full_document()) == before
