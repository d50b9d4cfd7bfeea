package io.leadloop.webhooks;

import io.leadloop.http.Cursor;
import io.leadloop.http.PageRequest;
import io.leadloop.messaging.Times;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** The table of those who want to be told. */
@ApplicationScoped
class WebhookStore {
    private static final String WANTED = """
            select distinct type from webhook, jsonb_array_elements_text(cast(types as jsonb)) as type
            where state = 'active'""";

    private static final String DISABLE = """
            update webhook set state = 'disabled', disabled_because = ?2 where webhook_id = ?1""";

    /** Types that somebody is told of. */
    Uni<Set<String>> wanted(Mutiny.StatelessSession tx) {
        return tx.createNativeQuery(WANTED, String.class).getResultList().map(Set::copyOf);
    }

    Uni<Instant> now(Mutiny.StatelessSession tx) {
        return Times.now(tx);
    }

    /** Newest first, one more than the page holds. @param owner empty: everybody's */
    Uni<List<WebhookRow>> newest(Mutiny.StatelessSession tx, Optional<String> owner, PageRequest page) {
        Map<String, Object> values = new LinkedHashMap<>();
        StringBuilder where = new StringBuilder(" where true = true");
        owner.ifPresent(name -> {
            where.append(" and w.owner = :owner");
            values.put("owner", name);
        });
        page.from().ifPresent(after -> {
            where.append(" and (w.createdAt < :at or (w.createdAt = :at and w.webhookId < :id))");
            values.put("at", after.at());
            values.put("id", uuid(after));
        });
        var query = tx.createQuery(
                "from WebhookRow w" + where + " order by w.createdAt desc, w.webhookId desc", WebhookRow.class);
        values.forEach(query::setParameter);
        return query.setMaxResults(page.limit() + 1).getResultList();
    }

    /** {@code null} when there is none. */
    Uni<WebhookRow> find(Mutiny.StatelessSession tx, UUID webhookId) {
        return tx.get(WebhookRow.class, webhookId);
    }

    Uni<List<WebhookRow>> find(Mutiny.StatelessSession tx, Collection<UUID> webhookIds) {
        return tx.createQuery("from WebhookRow w where w.webhookId in :ids", WebhookRow.class)
                .setParameter("ids", webhookIds)
                .getResultList();
    }

    Uni<Void> add(Mutiny.StatelessSession tx, WebhookRow row) {
        return tx.insert(row);
    }

    Uni<Void> change(Mutiny.StatelessSession tx, WebhookRow row) {
        return tx.update(row);
    }

    Uni<Void> remove(Mutiny.StatelessSession tx, WebhookRow row) {
        return tx.delete(row);
    }

    Uni<Void> disable(Mutiny.StatelessSession tx, UUID webhookId, String because) {
        return tx.createNativeQuery(DISABLE)
                .setParameter(1, webhookId)
                .setParameter(2, because)
                .executeUpdate()
                .replaceWithVoid();
    }

    static UUID uuid(Cursor cursor) {
        try {
            return UUID.fromString(cursor.id());
        } catch (IllegalArgumentException ofAnotherList) {
            throw io.leadloop.http.ProblemException.invalid(
                    "cursor", "is not one that this list gave; start again without it");
        }
    }
}
