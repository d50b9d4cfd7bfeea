/** The Kafka Connect worker and one connector for each service, which carries its outbox to Kafka. */
package io.leadloop.deploy.connect;
