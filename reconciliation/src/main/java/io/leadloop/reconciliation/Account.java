package io.leadloop.reconciliation;

import java.util.Set;

/**
 * What a service knows of one kind of thing, as a query over its own tables.
 *
 * @param name the same at every service that keeps this account
 * @param meaning what an entry is, for people
 * @param sql selects {@code id}, {@code lead_id} (uuid), {@code version} (bigint), {@code state} (text), {@code moving}
 *     (boolean: may still change by itself within the minute)
 * @param topics on which this service tells of the account; an entry is in flight while one of its events is young
 */
public record Account(String name, String meaning, String sql, Set<String> topics) {
    public Account {
        topics = Set.copyOf(topics);
    }
}
