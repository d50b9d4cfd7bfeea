package io.leadloop.webhooks;

import io.leadloop.http.Caller;
import java.util.List;

/** What a service tells by webhooks, and to whom. Exactly one bean of each service that uses this module. */
public interface WebhookOffer {

    /** The types of messages, for example {@code clock.breached}. */
    List<String> types();

    /** Whether the caller may have webhooks here at all. An admin always may, with everybody's. */
    boolean open(Caller caller);
}
