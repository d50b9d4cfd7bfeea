package io.leadloop.reporting.web.signin;

import io.leadloop.reporting.web.gateway.PageWrites;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.core.NewCookie;
import java.util.Optional;

/**
 * Turns the session cookie into the Authorization header before anybody asks who it is, so that pages and API are guarded by
 * the same rules. A header that the caller sent itself is left alone.
 */
@ApplicationScoped
public class SessionCookie {
    static final String NAME = "leadloop_session";
    static final String SIGN_IN = "/sign-in";

    /** Above the authentication handler's 200. */
    private static final int BEFORE_AUTHENTICATION = 400;

    void register(@Observes Filters filters) {
        filters.register(SessionCookie::identify, BEFORE_AUTHENTICATION);
    }

    private static void identify(RoutingContext exchange) {
        HttpMethod method = exchange.request().method();
        boolean reads = method.equals(HttpMethod.GET) || method.equals(HttpMethod.HEAD);
        boolean may = reads || PageWrites.isOfAPage(exchange);
        if (may && !exchange.request().headers().contains(HttpHeaders.AUTHORIZATION)) {
            token(exchange)
                    .ifPresent(token -> exchange.request().headers().set(HttpHeaders.AUTHORIZATION, "Bearer " + token));
        }
        exchange.next();
    }

    private static Optional<String> token(RoutingContext exchange) {
        Optional<String> token = exchange.normalizedPath().equals(SIGN_IN)
                ? Optional.ofNullable(exchange.request().getParam("token"))
                : Optional.ofNullable(exchange.request().getCookie(NAME)).map(Cookie::getValue);
        return token.filter(text -> text.matches("[A-Za-z0-9_.-]{1,8000}"));
    }

    static NewCookie of(String token, int maxAgeSeconds, boolean secure) {
        return new NewCookie.Builder(NAME)
                .value(token)
                .path("/")
                .maxAge(maxAgeSeconds)
                .httpOnly(true)
                .secure(secure)
                .sameSite(NewCookie.SameSite.LAX)
                .build();
    }

    static NewCookie none(boolean secure) {
        return of("", 0, secure);
    }
}
