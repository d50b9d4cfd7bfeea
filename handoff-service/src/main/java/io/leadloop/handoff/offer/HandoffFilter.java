package io.leadloop.handoff.offer;

import io.leadloop.http.PageRequest;
import io.leadloop.http.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Which hand-offs a list shows. */
record HandoffFilter(
        Optional<UUID> leadId, Optional<String> repId, Optional<String> state, Access access, PageRequest page) {
    private static final Set<String> STATES =
            Set.of("offered", "accepted", "rejected", "expired", "withdrawn", "closed");

    /** A column's condition and its value. */
    private record Condition(String sql, Object value) {}

    static HandoffFilter of(String leadId, String repId, String state, Access access, PageRequest page) {
        if (state != null && !STATES.contains(state)) {
            throw ProblemException.invalid(
                    "state", "must be offered, accepted, rejected, expired, withdrawn or closed");
        }
        access.checkClaim();
        return new HandoffFilter(
                Optional.ofNullable(leadId).map(id -> uuid("leadId", id)),
                Optional.ofNullable(repId),
                Optional.ofNullable(state),
                access,
                page);
    }

    String sql() {
        List<Condition> conditions = conditions();
        StringBuilder sql = new StringBuilder("select * from handoff where true");
        for (int index = 0; index < conditions.size(); index++) {
            sql.append(" and ").append(conditions.get(index).sql().formatted(index + 1));
        }
        if (page.after() != null) {
            sql.append(" and (offered_at, handoff_id) < (cast(cast(?%d as text) as timestamptz), ?%d)"
                    .formatted(conditions.size() + 1, conditions.size() + 2));
        }
        return sql.append(" order by offered_at desc, handoff_id desc limit ")
                .append(page.limit() + 1)
                .toString();
    }

    List<Object> values() {
        List<Object> values =
                new ArrayList<>(conditions().stream().map(Condition::value).toList());
        page.from().ifPresent(cursor -> {
            values.add(cursor.at().toString());
            values.add(uuid("cursor", cursor.id()));
        });
        return values;
    }

    private List<Condition> conditions() {
        List<Condition> conditions = new ArrayList<>();
        leadId.ifPresent(id -> conditions.add(new Condition("lead_id = ?%d", id)));
        repId.ifPresent(id -> conditions.add(new Condition("rep_id = ?%d", id)));
        state.ifPresent(name -> conditions.add(new Condition("state = ?%d", name)));
        switch (access) {
            case Access.Own own ->
                conditions.add(new Condition("rep_id = ?%d", own.repId().orElseThrow()));
            case Access.Team team ->
                conditions.add(new Condition("team_id = ?%d", team.teamId().orElseThrow()));
            case Access.Everything all -> {}
            case Access.Masked all -> {}
        }
        return conditions;
    }

    private static UUID uuid(String field, String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException notAnId) {
            throw ProblemException.invalid(field, "must be a UUID");
        }
    }
}
