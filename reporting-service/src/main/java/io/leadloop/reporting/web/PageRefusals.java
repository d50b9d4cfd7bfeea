package io.leadloop.reporting.web;

import io.leadloop.events.EventJson;
import io.leadloop.http.Problem;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jboss.resteasy.reactive.server.SimpleResourceInfo;

/** A refusal of a page is a page too, so that nobody who follows a link is shown JSON. What a class of pages says itself stays. */
public class PageRefusals {
    private final MessagePages messages;

    public PageRefusals(MessagePages messages) {
        this.messages = messages;
    }

    @ServerResponseFilter
    public void asPage(ContainerRequestContext request, ContainerResponseContext response, SimpleResourceInfo called) {
        if (response.getEntity() instanceof String json && isProblem(response) && isPage(called)) {
            Response page = page(EventJson.read(json, Problem.class), called.getResourceClass())
                    .build();
            response.setStatus(page.getStatus());
            response.getHeaders().remove("WWW-Authenticate");
            response.getHeaders().putSingle("Cache-Control", "no-store");
            response.setEntity(page.getEntity(), null, MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"));
        }
    }

    private Response.ResponseBuilder page(Problem problem, Class<?> called) {
        return switch (problem.status()) {
            case 401 -> messages.signInFirst();
            case 403 -> messages.notAllowed(roles(called));
            default -> messages.refused(problem.status(), problem.title(), problem.detail());
        };
    }

    private static List<String> roles(Class<?> called) {
        RolesAllowed allowed = called.getAnnotation(RolesAllowed.class);
        return allowed == null ? List.of() : Arrays.asList(allowed.value());
    }

    private static boolean isProblem(ContainerResponseContext response) {
        return response.getMediaType() != null
                && response.getMediaType().toString().startsWith(Problem.MEDIA_TYPE);
    }

    private static boolean isPage(SimpleResourceInfo called) {
        Class<?> type = called == null ? null : called.getResourceClass();
        Produces produces = type == null ? null : type.getAnnotation(Produces.class);
        return produces != null && List.of(produces.value()).contains(MediaType.TEXT_HTML);
    }
}
