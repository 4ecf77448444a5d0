import java.io.FileInputStream;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;

/** Prints a line for each rule of PDF/UA-1 or PDF/A-3a that a file breaks, and nothing for a file that conforms. */
public class Verapdf {
    public static void main(String[] paths) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        for (String path : paths) {
            check(path, PDFAFlavour.PDFUA_1);
            check(path, PDFAFlavour.PDFA_3_A);
        }
    }

    private static void check(String path, PDFAFlavour flavour) throws Exception {
        PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, 50, false, true, false);
        try (PDFAParser parser = Foundries.defaultInstance().createParser(new FileInputStream(path), flavour)) {
            for (TestAssertion assertion : validator.validate(parser).getTestAssertions()) {
                if (assertion.getStatus() == TestAssertion.Status.FAILED) {
                    System.out.println(path + " " + flavour + " " + assertion.getRuleId().getClause() + " "
                        + assertion.getLocation().getContext() + " " + assertion.getMessage());
                }
            }
        }
    }
}
