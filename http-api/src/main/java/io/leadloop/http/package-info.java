/**
 * What the services' HTTP APIs have in common, so that a client who knows one knows all: problem details (RFC 9457), paging,
 * roles, the limit on bodies. No resource and no business rule belongs here.
 */
package io.leadloop.http;
