package io.leadloop.reconciliation;

/**
 * The SQL around an account. One pass over the account's rows each; nothing is kept for it, since a look at the books is rare and
 * leads are many. Ids sort by time, so the outbox is read from its end only.
 */
final class AccountQuery {
    /** Ids are made by the service's clock and judged by the database's: the two may differ by ten minutes. */
    private static final String FRAME = """
            with known as not materialized (%s),
            moving as materialized (
                select distinct cast(key as uuid) as lead_id from outbox
                where id >= cast(lpad(to_hex(cast(extract(epoch from now()) * 1000 as bigint) - 600000), 12, '0')
                                 || repeat('0', 20) as uuid)
                  and topic = any(string_to_array(?1, ','))
                  and time > clock_timestamp() - interval '60 seconds'),
            quarantined as materialized (%s)
            """;

    /** A record's key may be anything: only what reads as a lead's id is one. */
    static final String QUARANTINED = """
            select distinct cast(named as uuid) as lead_id
            from (select safe_key as named from dead_letter where state = 'waiting' and length(safe_key) = 36) keys
            where named like '________-____-____-____-____________' and named ~ '^[0-9a-fA-F-]+$'
              and length(replace(named, '-', '')) = 32""";

    private static final String STATE =
            "case when lead_id in (select lead_id from quarantined) then 'quarantined' else state end";
    private static final String IN_FLIGHT = "(known.moving or lead_id in (select lead_id from moving))";
    private static final String BUCKET = "((get_byte(uuid_send(id), 14) << 8 | get_byte(uuid_send(id), 15)) & ?2)";

    private AccountQuery() {}

    /** state, entries, of them in flight. */
    static String summary(Account account) {
        return frame(account) + "select " + STATE + " as state, count(*), count(*) filter (where " + IN_FLIGHT
                + ") from known where version > 0 group by 1";
    }

    /** bucket, state, entries, checksum. The quarantined are left out, so that their buckets are looked into. */
    static String buckets(Account account) {
        return frame(account) + "select " + BUCKET + ", state, count(*), bit_xor(uuid_hash_extended(id, version))"
                + " from known where version > 0 and lead_id not in (select lead_id from quarantined) group by 1, 2";
    }

    /** id, lead_id, version, state, in flight: of some buckets. */
    static String entries(Account account) {
        return frame(account) + "select cast(id as text), cast(lead_id as text), version, state, " + IN_FLIGHT
                + " from known where " + BUCKET + " = any(cast(?3 as int[]))";
    }

    /** id, lead_id, version, state, in flight: in the order of the ids, by state. */
    static String list(Account account) {
        return frame(account) + "select * from (select cast(id as text) as id, cast(lead_id as text), version, " + STATE
                + " as state, " + IN_FLIGHT
                + " as in_flight from known where version > 0 and id < cast(?2 as uuid)) listed"
                + " where ?3 = '' or state = ?3 or (?3 = 'in-flight' and in_flight) order by id desc limit ?4";
    }

    private static String frame(Account account) {
        return FRAME.formatted(account.sql(), QUARANTINED);
    }
}
