package io.leadloop.handoff.offer;

import io.leadloop.http.Caller;
import io.leadloop.http.ProblemException;
import io.leadloop.http.Roles;
import java.util.Optional;

/**
 * Which hand-offs a caller sees and answers: a rep the own ones, a manager those of the own team, CRM systems and admins all.
 * Marketing and operations see all, without personal data, and answer none.
 */
sealed interface Access {

    record Everything() implements Access {}

    record Team(Optional<String> teamId) implements Access {}

    record Own(Optional<String> repId) implements Access {}

    record Masked() implements Access {}

    static Access of(Caller caller) {
        if (caller.has(Roles.ADMIN) || caller.has(Roles.CRM)) {
            return new Everything();
        }
        if (caller.has(Roles.MANAGER)) {
            return new Team(caller.teamId());
        }
        return caller.has(Roles.SALES) ? new Own(caller.repId()) : new Masked();
    }

    /** Refuses with 403 who may not see, or may not answer, this hand-off. */
    default void check(HandoffRow handoff) {
        switch (this) {
            case Everything all -> {}
            case Masked all -> {}
            case Own own -> refuseUnless(own.repId(), handoff.repId, "repId", "is another rep's");
            case Team team -> refuseUnless(team.teamId(), handoff.teamId, "teamId", "belongs to another team");
        }
    }

    private static void refuseUnless(Optional<String> claim, String wanted, String name, String whose) {
        if (claim.isEmpty()) {
            throw missing(name);
        }
        if (!claim.get().equals(wanted)) {
            throw ProblemException.forbidden("This hand-off " + whose + ".");
        }
    }

    /** Refuses with 403 a token that does not say whose hand-offs to list. */
    default void checkClaim() {
        switch (this) {
            case Own own when own.repId().isEmpty() -> throw missing("repId");
            case Team team when team.teamId().isEmpty() -> throw missing("teamId");
            case Own own -> {}
            case Team team -> {}
            case Everything all -> {}
            case Masked all -> {}
        }
    }

    private static ProblemException missing(String claim) {
        return ProblemException.forbidden(
                "The token does not say who you are: it needs the claim " + claim + " beside its role.");
    }
}
