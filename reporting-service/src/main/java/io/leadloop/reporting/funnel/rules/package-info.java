/** How an event changes what is known of a lead, and which stage follows from that. Pure: no clock, no database, no Kafka. */
package io.leadloop.reporting.funnel.rules;
