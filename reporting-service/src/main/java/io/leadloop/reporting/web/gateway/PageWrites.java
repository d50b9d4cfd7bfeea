package io.leadloop.reporting.web.gateway;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.regex.Pattern;

/**
 * What may be changed from the pages: that somebody looks after a broken promise, and a signature under the agreement; nothing else.
 *
 * <p>The cookie stands for its token there only if no other site can have made the browser send it: the cookie is SameSite, the
 * request carries a header that a form cannot and a script of another origin may not send, and its Origin is this one.
 */
public final class PageWrites {
    private static final Pattern ALLOWED =
            Pattern.compile("/api/sla/v1/(alerts/[0-9]{1,19}/acknowledge|agreements/[0-9]{1,9}/signatures)");
    private static final String OF_A_PAGE = "X-Leadloop-Page";

    private PageWrites() {}

    static boolean isAllowed(RoutingContext exchange) {
        return exchange.request().method().equals(HttpMethod.POST)
                && ALLOWED.matcher(exchange.normalizedPath()).matches();
    }

    /** Whether the cookie may stand for its token. */
    public static boolean isOfAPage(RoutingContext exchange) {
        HttpServerRequest request = exchange.request();
        String origin = request.getHeader("Origin");
        return isAllowed(exchange)
                && request.getHeader(OF_A_PAGE) != null
                && origin != null
                && origin.equals(request.scheme() + "://" + request.authority());
    }
}
