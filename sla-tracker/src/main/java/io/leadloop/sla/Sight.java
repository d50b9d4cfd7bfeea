package io.leadloop.sla;

import io.leadloop.http.Caller;
import io.leadloop.http.Roles;
import java.util.Objects;
import java.util.Optional;

/** Whose promises a caller may see: everybody's, one team's, or a rep's own. */
public sealed interface Sight {

    record Everything() implements Sight {}

    record Team(String teamId) implements Sight {}

    record Own(String repId) implements Sight {}

    /** A rep or a manager whose token does not say which one. */
    record Nothing() implements Sight {}

    static Sight of(Caller caller) {
        if (caller.has(Roles.OPS) || caller.has(Roles.ADMIN) || caller.has(Roles.MARKETING)) {
            return new Everything();
        }
        if (caller.has(Roles.MANAGER)) {
            return caller.teamId().<Sight>map(Team::new).orElseGet(Nothing::new);
        }
        return caller.repId().<Sight>map(Own::new).orElseGet(Nothing::new);
    }

    default boolean covers(String repId, String teamId) {
        return switch (this) {
            case Everything everything -> true;
            case Team team -> Objects.equals(team.teamId(), teamId);
            case Own own -> Objects.equals(own.repId(), repId);
            case Nothing nothing -> false;
        };
    }

    /** The column to filter by and its value, for queries; empty for everything. */
    default Optional<Filter> filter() {
        return switch (this) {
            case Everything everything -> Optional.empty();
            case Team team -> Optional.of(new Filter("teamId", team.teamId()));
            case Own own -> Optional.of(new Filter("repId", own.repId()));
            case Nothing nothing -> Optional.of(new Filter("repId", ""));
        };
    }

    record Filter(String field, String value) {}
}
