package io.leadloop.intake;

import io.leadloop.http.ProblemException;
import io.leadloop.messaging.relay.WalBudget;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Takes nothing in while PostgreSQL keeps so much log for a relay that stands still that its disk could fill: a lead that was
 * refused can be sent again, one that was accepted by a database which then stopped cannot be handed on. What is not new input
 * goes on.
 */
public class RefuseWhenLogIsFull {
    private static final Set<String> INPUTS = Set.of("/v1/leads", "/v1/activities", "/v1/imports");

    private final WalBudget walBudget;

    public RefuseWhenLogIsFull(WalBudget walBudget) {
        this.walBudget = walBudget;
    }

    @ServerRequestFilter
    public void refuse(ContainerRequestContext request) {
        if (walBudget.isSpent()
                && request.getMethod().equals("POST")
                && INPUTS.contains(request.getUriInfo().getPath())) {
            throw ProblemException.retryLater(
                    "relay-stands-still",
                    "Not available right now",
                    "Nothing of this request was stored: events do not leave this service, and its database has kept as much"
                            + " for them as it may. Send it again after the time in Retry-After; whoever runs this"
                            + " installation finds the cause at /q/health/well.",
                    30);
        }
    }
}
