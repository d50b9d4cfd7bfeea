/**
 * Runs the complete system on one machine.
 *
 * <p>In: the built services, {@code topics.yaml}, {@code outbox-connector.json} and a few settings. Out: PostgreSQL, a Kafka
 * broker, a Connect worker and the five services as processes that outlive the launcher, with everything they keep in one
 * directory. Decides in which order things start and when they count as ready; knows nothing of leads.
 */
package io.leadloop.deploy;
