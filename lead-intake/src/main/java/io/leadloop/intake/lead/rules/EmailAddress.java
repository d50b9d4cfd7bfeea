package io.leadloop.intake.lead.rules;

import com.sanctionco.jmail.Email;
import com.sanctionco.jmail.EmailValidator;
import com.sanctionco.jmail.JMail;
import java.util.Locale;
import java.util.Optional;

/**
 * An e-mail address as identity.
 *
 * <ul>
 *   <li>Surrounding blanks, comments and needless quotes go, letters become lower case.
 *   <li>Dots and plus-tags stay: they are different addresses for most providers.
 *   <li>It must have a domain with a dot.
 * </ul>
 */
public final class EmailAddress {
    private static final EmailValidator VALIDATOR =
            JMail.validator().requireTopLevelDomain().disallowIpDomain().disallowExplicitSourceRouting();
    private static final int MAX_LENGTH = 254;

    private EmailAddress() {}

    /** The normalised address, or empty if {@code text} is none. */
    public static Optional<String> normalize(String text) {
        String stripped = text.strip();
        return stripped.length() > MAX_LENGTH
                ? Optional.empty()
                : VALIDATOR.tryParse(stripped).map(Email::normalized).map(address -> address.toLowerCase(Locale.ROOT));
    }
}
