package io.leadloop.reporting.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;

/** Pages that say one thing: why there is nothing else to see, and what to do. */
@ApplicationScoped
public class MessagePages {

    @CheckedTemplate(basePath = "pages")
    static class Templates {
        static native TemplateInstance message(Frame frame, Message message);
    }

    /** @param command what to type, or empty */
    public record Message(String title, String text, String command) {}

    private final Assets assets;

    public MessagePages(Assets assets) {
        this.assets = assets;
    }

    public Response.ResponseBuilder signInFirst() {
        return page(
                401,
                new Message(
                        "Please sign in",
                        "These pages open with a sign-in link. On the installation's machine this prints one; open it in"
                                + " this browser. In production your identity provider signs you in.",
                        "./leadloop token marketing"));
    }

    public Response.ResponseBuilder linkRefused() {
        return page(
                401,
                new Message(
                        "This link does not sign you in",
                        "It is incomplete, has expired, or belongs to another installation. Get a new one:",
                        "./leadloop token marketing"));
    }

    public Response.ResponseBuilder signedOut() {
        return page(
                200,
                new Message(
                        "Signed out",
                        "This browser has forgotten you. To come back, open a new sign-in link:",
                        "./leadloop token marketing"));
    }

    /** @param roles who may see it */
    public Response.ResponseBuilder notAllowed(List<String> roles) {
        return page(
                403,
                new Message(
                        "Not for this role",
                        "This page is for " + String.join(", ", roles) + ". Sign in with a link of one of them:",
                        "./leadloop token " + (roles.contains("marketing") ? "marketing" : "ops")));
    }

    public Response.ResponseBuilder refused(int status, String title, String detail) {
        return page(status, new Message(title, detail, ""));
    }

    private Response.ResponseBuilder page(int status, Message message) {
        Frame frame = Frame.nobody(message.title(), assets);
        return Response.status(status)
                .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                .entity(Templates.message(frame, message).render())
                .header("Cache-Control", "no-store");
    }
}
