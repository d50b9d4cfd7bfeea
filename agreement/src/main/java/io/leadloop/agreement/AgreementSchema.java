package io.leadloop.agreement;

/** The JSON Schema of the document, for editors that complete and check while you type. */
public final class AgreementSchema {

    private AgreementSchema() {}

    /** JSON Schema 2020-12. */
    public static String text() {
        return DefaultAgreement.resource("agreement.schema.json");
    }
}
