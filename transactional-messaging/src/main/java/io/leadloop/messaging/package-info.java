/**
 * How events travel, and the only place that knows it: a state change and its events commit in one PostgreSQL transaction
 * ({@link io.leadloop.messaging.Outbox}), Debezium carries them to Kafka, and a consumer applies each of them once
 * ({@link io.leadloop.messaging.BatchConsumer}: decode, inbox, one transaction a batch, isolation of failing records, dead
 * letters).
 *
 * <p>In: Kafka records. Out: typed events to a {@link io.leadloop.messaging.BatchHandler}, rows in {@code outbox}. No business
 * rule belongs here.
 */
package io.leadloop.messaging;
