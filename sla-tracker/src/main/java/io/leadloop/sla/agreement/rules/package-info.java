/**
 * When a draft becomes an agreement, as a pure function: no clock, no database, no Kafka.
 *
 * <p>In: the draft with the signatures that it has, whoever wants to sign, and the database's time. Out: whether they may, and
 * whether that was the last signature that was missing.
 */
package io.leadloop.sla.agreement.rules;
