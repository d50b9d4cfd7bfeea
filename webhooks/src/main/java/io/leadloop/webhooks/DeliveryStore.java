package io.leadloop.webhooks;

import io.leadloop.events.EventJson;
import io.leadloop.http.PageRequest;
import io.leadloop.messaging.Ids;
import io.leadloop.webhooks.rules.DeliveryDecision;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.reactive.mutiny.Mutiny;

/** What is still to be told, and what became of it. Times are the database's. */
@ApplicationScoped
class DeliveryStore {
    private static final String ADD = """
            insert into webhook_delivery (delivery_id, webhook_id, event_key, type, body, state, next_at, created_at)
            select m."id", w.webhook_id, m."key", m."type", m."body", 'waiting',
                   clock_timestamp() + cast(m."in" as interval), clock_timestamp()
            from jsonb_to_recordset(cast(cast(%s as text) as jsonb)) as m(
                     "id" uuid, "webhook" uuid, "key" text, "type" text, "body" text, "in" text)
                join webhook w on w.webhook_id = m."webhook" and w.state = 'active'
            where m."key" in (%s)
            on conflict (webhook_id, event_key) do nothing""";

    private static final String ADD_ALL = ADD.formatted("?1", "m.\"key\"");

    private static final String RECEIVERS = """
            select webhook_id from webhook
            where state = 'active' and jsonb_exists(cast(types as jsonb), ?1)""";

    /** Of each receiver a few, so that one with thousands of them does not keep the others waiting. */
    private static final String CLAIM = """
            update webhook_delivery d
            set attempts = d.attempts + 1, next_at = clock_timestamp() + cast(cast(?1 as text) as interval)
            from (select x.delivery_id from webhook w cross join lateral (
                      select delivery_id from webhook_delivery
                      where webhook_id = w.webhook_id and state = 'waiting' and next_at <= clock_timestamp()
                      order by next_at limit ?2 for update skip locked) x
                  where w.state = 'active' and w.webhook_id <> all (cast(?3 as uuid[]))) due
            where d.delivery_id = due.delivery_id
            returning d.delivery_id""";

    private static final String NEXT = """
            select clock_timestamp(), (select min(d.next_at) from webhook_delivery d join webhook w using (webhook_id)
                                       where d.state = 'waiting' and w.state = 'active'
                                         and w.webhook_id <> all (cast(?1 as uuid[])))""";

    private static final String FINISH = """
            update webhook_delivery
            set state = ?3, last_at = clock_timestamp(), last_status = cast(cast(?4 as text) as int), last_error = cast(?5 as text),
                next_at = clock_timestamp() + cast(cast(?6 as text) as interval),
                delivered_at = case when ?3 = 'delivered' then clock_timestamp() end
            where delivery_id = ?1 and attempts = ?2 and state = 'waiting'""";

    private static final String CANCEL = """
            update webhook_delivery set state = 'cancelled', next_at = null
            where webhook_id = ?1 and state = 'waiting'""";

    private static final String REPLAY = """
            update webhook_delivery set state = 'waiting', attempts = 0, next_at = clock_timestamp()
            where delivery_id = ?1 and webhook_id = ?2""";

    private static final String FORGET = """
            delete from webhook_delivery where delivery_id in (
                select delivery_id from webhook_delivery
                where state <> 'waiting' and created_at < clock_timestamp() - interval '30 days' limit 5000)""";

    private final WebhookSettings settings;

    DeliveryStore(WebhookSettings settings) {
        this.settings = settings;
    }

    private record New(UUID id, UUID webhook, String key, String type, String body, String in) {}

    /** See {@link Webhooks#tellThose}. */
    static String addThose(String prepared, String happened) {
        return ADD.formatted(prepared, happened);
    }

    /** One for each receiver who wants it. */
    Uni<Void> add(Mutiny.StatelessSession tx, List<WebhookMessage> messages) {
        return messages.isEmpty()
                ? Uni.createFrom().voidItem()
                : prepare(tx, messages)
                        .chain(rows -> tx.createNativeQuery(ADD_ALL)
                                .setParameter(1, rows)
                                .executeUpdate())
                        .replaceWithVoid();
    }

    /** The same as JSON, not written yet; ids sort by time. */
    Uni<String> prepare(Mutiny.StatelessSession tx, List<WebhookMessage> messages) {
        Uni<List<New>> rows = Uni.createFrom().item(List.of());
        for (String type :
                messages.stream().map(WebhookMessage::type).distinct().toList()) {
            rows = rows.chain(before -> tx.createNativeQuery(RECEIVERS, UUID.class)
                    .setParameter(1, type)
                    .getResultList()
                    .map(receivers -> Stream.concat(before.stream(), rows(messages, type, receivers))
                            .toList()));
        }
        return rows.map(EventJson::write);
    }

    private Stream<New> rows(List<WebhookMessage> messages, String type, List<UUID> receivers) {
        String pause = settings.firstPause().toString();
        return messages.stream()
                .filter(message -> message.type().equals(type))
                .flatMap(message -> receivers.stream()
                        .map(receiver -> new New(Ids.next(), receiver, message.key(), type, message.body(), pause)));
    }

    /** Due ones, taken for {@code lease}; what another instance has in its hands is left to it. */
    Uni<List<DeliveryRow>> claim(
            Mutiny.StatelessSession tx, Duration lease, int ofEach, Collection<UUID> busyReceivers) {
        return tx.createNativeQuery(CLAIM, UUID.class)
                .setParameter(1, lease.toString())
                .setParameter(2, ofEach)
                .setParameter(3, busyReceivers.toArray(UUID[]::new))
                .getResultList()
                .chain(ids -> ids.isEmpty()
                        ? Uni.createFrom().item(List.of())
                        : tx.createQuery("from DeliveryRow d where d.deliveryId in :ids", DeliveryRow.class)
                                .setParameter("ids", ids)
                                .getResultList());
    }

    /** Until something is due that could be sent then; a long time if nothing waits. */
    Uni<Duration> pause(Mutiny.StatelessSession tx, Collection<UUID> busyReceivers) {
        return tx.createNativeQuery(NEXT, Object[].class)
                .setParameter(1, busyReceivers.toArray(UUID[]::new))
                .getSingleResult()
                .map(row -> row[1] == null ? Duration.ofHours(1) : Duration.between(instant(row[0]), instant(row[1])));
    }

    /** Tells what became of an attempt; of one that took so long that another has begun, nothing. */
    Uni<Void> finish(
            Mutiny.StatelessSession tx, DeliveryRow row, Integer status, String error, DeliveryDecision decision) {
        return tx.createNativeQuery(FINISH)
                .setParameter(1, row.deliveryId)
                .setParameter(2, row.attempts)
                .setParameter(3, state(decision))
                .setParameter(4, status == null ? null : status.toString())
                .setParameter(5, error)
                .setParameter(
                        6,
                        decision instanceof DeliveryDecision.Again again
                                ? again.in().toString()
                                : null)
                .executeUpdate()
                .replaceWithVoid();
    }

    private static String state(DeliveryDecision decision) {
        return switch (decision) {
            case DeliveryDecision.Delivered delivered -> "delivered";
            case DeliveryDecision.Again again -> "waiting";
            case DeliveryDecision.GivenUp givenUp -> "failed";
            case DeliveryDecision.EndpointGone gone -> "failed";
        };
    }

    Uni<Void> cancel(Mutiny.StatelessSession tx, UUID webhookId) {
        return tx.createNativeQuery(CANCEL)
                .setParameter(1, webhookId)
                .executeUpdate()
                .replaceWithVoid();
    }

    /** From the start of the schedule, under the same id. @return whether there is such a delivery */
    Uni<Boolean> replay(Mutiny.StatelessSession tx, UUID webhookId, UUID deliveryId) {
        return tx.createNativeQuery(REPLAY)
                .setParameter(1, deliveryId)
                .setParameter(2, webhookId)
                .executeUpdate()
                .map(changed -> changed > 0);
    }

    Uni<Integer> forgetOld(Mutiny.StatelessSession tx) {
        return tx.createNativeQuery(FORGET).executeUpdate();
    }

    Uni<DeliveryRow> find(Mutiny.StatelessSession tx, UUID deliveryId) {
        return tx.get(DeliveryRow.class, deliveryId);
    }

    /** Newest first, one more than the page holds. */
    Uni<List<DeliveryRow>> newest(Mutiny.StatelessSession tx, UUID webhookId, PageRequest page) {
        String after =
                page.from().isPresent() ? " and (d.createdAt < :at or (d.createdAt = :at and d.deliveryId < :id))" : "";
        var query = tx.createQuery(
                        "from DeliveryRow d where d.webhookId = :webhookId" + after
                                + " order by d.createdAt desc, d.deliveryId desc",
                        DeliveryRow.class)
                .setParameter("webhookId", webhookId);
        page.from()
                .ifPresent(
                        cursor -> query.setParameter("at", cursor.at()).setParameter("id", WebhookStore.uuid(cursor)));
        return query.setMaxResults(page.limit() + 1).getResultList();
    }

    private static Instant instant(Object column) {
        return column instanceof OffsetDateTime time ? time.toInstant() : (Instant) column;
    }
}
