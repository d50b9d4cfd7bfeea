package io.leadloop.reporting.web.signin;

import io.leadloop.reporting.web.MessagePages;
import io.quarkus.security.Authenticated;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.time.Clock;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Signing in by a link and out by a button. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
public class SignInResource {
    private final SecurityIdentity identity;
    private final MessagePages messages;

    public SignInResource(SecurityIdentity identity, MessagePages messages) {
        this.identity = identity;
        this.messages = messages;
    }

    /** The token of the link was checked before this is called; see {@link SessionCookie}. */
    @GET
    @Path(SessionCookie.SIGN_IN)
    @Authenticated
    @Operation(summary = "Sign in to the pages", description = "Takes ?token=…, sets the session cookie, goes to /.")
    public Response signIn(UriInfo uri) {
        JsonWebToken token = (JsonWebToken) identity.getPrincipal();
        long seconds = token.getExpirationTime() - Clock.systemUTC().instant().getEpochSecond();
        int maxAge = (int) Math.clamp(seconds, 0, Integer.MAX_VALUE);
        return Response.seeOther(URI.create("/"))
                .cookie(SessionCookie.of(token.getRawToken(), maxAge, secure(uri)))
                .header("Cache-Control", "no-store")
                .build();
    }

    @POST
    @Path("/sign-out")
    @PermitAll
    @Operation(summary = "Sign out of the pages")
    public Response signOut(UriInfo uri) {
        return messages.signedOut().cookie(SessionCookie.none(secure(uri))).build();
    }

    private static boolean secure(UriInfo uri) {
        return "https".equals(uri.getRequestUri().getScheme());
    }

    @ServerExceptionMapper({UnauthorizedException.class, AuthenticationFailedException.class})
    public Response notSignedIn(SecurityException failure) {
        return messages.linkRefused().build();
    }
}
