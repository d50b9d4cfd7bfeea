package io.leadloop.intake.lead.rules;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber;

/** A phone number in E.164 where it can be understood; otherwise as it was given, since a rep may still make sense of it. */
public final class PhoneNumber {
    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();

    private PhoneNumber() {}

    /** @param country ISO 3166-1 alpha-2 for numbers without a country code; may be {@code null} */
    public static String normalize(String text, String country) {
        try {
            Phonenumber.PhoneNumber number = NUMBERS.parse(text, country);
            return NUMBERS.isValidNumber(number) ? NUMBERS.format(number, PhoneNumberFormat.E164) : text.strip();
        } catch (NumberParseException notUnderstood) {
            return text.strip();
        }
    }
}
