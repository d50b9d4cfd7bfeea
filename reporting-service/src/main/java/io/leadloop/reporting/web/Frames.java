package io.leadloop.reporting.web;

import io.leadloop.http.Caller;
import io.leadloop.http.Roles;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** What surrounds the pages of somebody who is signed in. */
@ApplicationScoped
public class Frames {
    private final ShowReports showReports;
    private final Assets assets;
    private final Caller caller;

    public Frames(ShowReports showReports, Assets assets, Caller caller) {
        this.showReports = showReports;
        this.assets = assets;
        this.caller = caller;
    }

    /** Whether the caller has that role. Ask before the first asynchronous step. */
    boolean isFor(String role) {
        return caller.has(role);
    }

    /** Reads the caller now: after the first asynchronous step the request may be gone. */
    Uni<Frame> around(String title, String section) {
        String user = caller.name();
        boolean operates = caller.has(Roles.OPS) || caller.has(Roles.ADMIN);
        return showReports.freshness().map(fresh -> new Frame(title, section, user, operates, assets.style(), fresh));
    }

    static Response page(TemplateInstance template) {
        return Response.ok(template.render(), MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                .header("Cache-Control", "no-store")
                .build();
    }
}
