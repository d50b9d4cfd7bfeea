/**
 * The other services' answers behind the pages' own origin, at {@code /api/{service}/v1/…}: a browser's EventSource sends no
 * headers, so the sign-in cookie has to do. Reading, and the few writes of the pages; whoever
 * changes anything else calls the service itself with a token.
 */
package io.leadloop.reporting.web.gateway;
