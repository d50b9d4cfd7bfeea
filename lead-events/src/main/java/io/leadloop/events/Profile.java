package io.leadloop.events;

import java.util.Map;

/**
 * What is known of the person and the company. Any component may be {@code null} (unknown).
 *
 * @param email normalised: lower case, otherwise as given
 * @param phone E.164 where it could be understood, else as given
 * @param country ISO 3166-1 alpha-2
 * @param employees people in the company
 * @param attributes whatever else the form asked, never {@code null}
 */
public record Profile(
        String email,
        String firstName,
        String lastName,
        String phone,
        String company,
        String jobTitle,
        String country,
        String industry,
        Integer employees,
        String website,
        String message,
        Map<String, String> attributes,
        Consent consent) {

    public Profile {
        attributes = attributes == null ? Map.of() : Map.copyOf(attributes);
    }
}
