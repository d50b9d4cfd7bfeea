package io.leadloop.webhooks;

import io.leadloop.http.ProblemException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/** An address that somebody wants to be told at. Where it leads is looked up at each attempt, since names move. */
record TargetUrl(boolean tls, String host, int port, String path) {
    private static final int LONGEST = 2_000;

    /** @throws ProblemException 400 if the text is no address to post to */
    static TargetUrl of(String text) {
        if (text.length() > LONGEST) {
            throw refused("must have at most " + LONGEST + " characters");
        }
        try {
            URI uri = new URI(text);
            String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
            if (!scheme.equals("https") && !scheme.equals("http")) {
                throw refused("must begin with https:// or http://");
            }
            if (uri.getHost() == null || uri.getUserInfo() != null || uri.getPort() == 0 || uri.getPort() > 65_535) {
                throw refused("must name a host, and no user or password");
            }
            boolean tls = scheme.equals("https");
            String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
            return new TargetUrl(
                    tls,
                    uri.getHost(),
                    uri.getPort() > 0 ? uri.getPort() : tls ? 443 : 80,
                    uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery());
        } catch (URISyntaxException notAnAddress) {
            throw refused("is not an address, for example https://crm.example/leadloop");
        }
    }

    /** Without the brackets of an IPv6 address. */
    String hostToResolve() {
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    private static ProblemException refused(String why) {
        return ProblemException.invalid("url", why);
    }
}
