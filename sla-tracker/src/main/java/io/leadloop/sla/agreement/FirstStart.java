package io.leadloop.sla.agreement;

import io.leadloop.sla.agreement.FirstAgreementText.CannotBeSigned;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.jboss.logging.Logger;

/** A tracker without an agreement would be up and of no use to anybody, so it starts with one or not at all. */
@ApplicationScoped
class FirstStart {
    private static final Logger LOG = Logger.getLogger(FirstStart.class);
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final SignFirstAgreement signFirstAgreement;

    FirstStart(SignFirstAgreement signFirstAgreement) {
        this.signFirstAgreement = signFirstAgreement;
    }

    void onStart(@Observes StartupEvent start) {
        boolean signed = signFirstAgreement
                .run()
                .onFailure(failure -> !(failure instanceof CannotBeSigned))
                .invoke(failure -> LOG.warnf("The agreement cannot be looked up yet: %s", failure.getMessage()))
                .onFailure(failure -> !(failure instanceof CannotBeSigned))
                .retry()
                .withBackOff(Duration.ofMillis(500), Duration.ofSeconds(2))
                .expireIn(PATIENCE.toMillis())
                .await()
                .atMost(PATIENCE.multipliedBy(2));
        if (signed) {
            LOG.info("The first agreement is in force, signed by the installation");
        }
    }
}
