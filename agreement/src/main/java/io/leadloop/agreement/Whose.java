package io.leadloop.agreement;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Optional;

/**
 * By whom and for whom a promise is kept: what decides which calendar counts.
 *
 * @param country of the lead, ISO 3166
 */
public record Whose(
        Optional<String> repId, Optional<ZoneId> repZone, Optional<String> teamId, Optional<String> country) {
    public static final Whose NOBODY =
            new Whose(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** Each may be {@code null}; a zone that does not exist is none. */
    public static Whose of(String repId, String repZone, String teamId, String country) {
        return new Whose(
                Optional.ofNullable(repId),
                Optional.ofNullable(repZone).flatMap(Whose::zone),
                Optional.ofNullable(teamId),
                Optional.ofNullable(country));
    }

    private static Optional<ZoneId> zone(String name) {
        try {
            return Optional.of(ZoneId.of(name));
        } catch (DateTimeException unknown) {
            return Optional.empty();
        }
    }
}
