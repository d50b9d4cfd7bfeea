package io.leadloop.sla.agreement;

import io.leadloop.agreement.Agreement;
import io.leadloop.agreement.AgreementHash;
import io.leadloop.agreement.AgreementReading;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads texts aside, since compiling conditions takes too long for an event loop, and remembers the last few. */
@ApplicationScoped
class AgreementTexts {
    private static final int REMEMBERED = 8;

    private final Map<String, AgreementReading> byHash = new LinkedHashMap<>();

    Uni<AgreementReading> read(String text) {
        return Uni.createFrom().item(() -> reading(text)).runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }

    /** Reads a draft that is to be saved now. Not remembered: a day later a rule of it may have expired. */
    Uni<AgreementReading> readDraft(String text) {
        return Uni.createFrom()
                .item(() -> Agreement.readDraft(text, Instant.now()))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }

    private AgreementReading reading(String text) {
        String hash = AgreementHash.sha256(text);
        synchronized (byHash) {
            AgreementReading known = byHash.get(hash);
            if (known != null) {
                return known;
            }
        }
        AgreementReading reading = Agreement.read(text);
        synchronized (byHash) {
            byHash.put(hash, reading);
            byHash.keySet().removeIf(oldest -> byHash.size() > REMEMBERED);
        }
        return reading;
    }
}
