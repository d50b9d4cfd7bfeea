/**
 * Whom to tell when a promise is about to break, or broke. In: alerts raised in the transactions of clocks and quotas, and people who
 * acknowledge them. Out: the list of alerts, and a live stream of them that misses nothing and repeats nothing.
 */
package io.leadloop.sla.alert;
