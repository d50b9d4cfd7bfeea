/** What a month's quota is, where it stands, how it will end, and when to warn; pure functions. */
package io.leadloop.sla.quota.rules;
