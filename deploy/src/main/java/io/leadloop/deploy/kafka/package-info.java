/** The Kafka broker, the topics of {@code topics.yaml}, and how far each consumer group is behind. */
package io.leadloop.deploy.kafka;
