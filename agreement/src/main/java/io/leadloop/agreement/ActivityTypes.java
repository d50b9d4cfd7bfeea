package io.leadloop.agreement;

import java.util.List;
import java.util.Set;

/** The types of activity that everybody knows. An agreement that counts others lists them under {@code activities}. */
public final class ActivityTypes {

    public static final List<String> USUAL = List.of(
            "page_view",
            "pricing_view",
            "form_submit",
            "email_open",
            "email_click",
            "email_reply",
            "content_download",
            "webinar_registered",
            "webinar_attended",
            "event_attended",
            "chat_started",
            "call_answered",
            "contact_request",
            "demo_request",
            "trial_started",
            "product_used",
            "unsubscribed");

    private static final Set<String> KNOWN = Set.copyOf(USUAL);

    private ActivityTypes() {}

    /** @param own those that the agreement lists */
    static boolean isKnown(String type, List<String> own) {
        return KNOWN.contains(type) || own.contains(type);
    }
}
