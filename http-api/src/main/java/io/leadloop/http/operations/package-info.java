/**
 * What every service lets its operators do. In: calls of the roles ops and admin. Out: dead letters, and what came of applying
 * them again; the work is that of {@link io.leadloop.messaging.Redrive}.
 */
package io.leadloop.http.operations;
