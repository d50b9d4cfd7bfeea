/**
 * Watches that what was said reaches Kafka. An outbox row goes only when its record was seen there; a row that the replication
 * slot has passed and that did not arrive is sent again under the same event id; what is late, a slot that is missing and a
 * log that grows too large raise an alarm (metric, health detail, log).
 *
 * <p>In: the outbox, the slot's position, the records on Kafka. Out: {@link io.leadloop.messaging.relay.RelayHealth}, metrics
 * {@code leadloop.relay.*}, rows sent again, old rows deleted.
 */
package io.leadloop.messaging.relay;
