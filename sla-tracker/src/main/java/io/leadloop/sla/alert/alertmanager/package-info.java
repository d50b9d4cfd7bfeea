/**
 * Tells an Alertmanager which promises are about to break or broke, again and again while that is so, and when it is over. In: the
 * alerts and the states of clocks and quotas. Out: {@code POST /api/v2/alerts}, where silences, routing and paging are somebody else's work.
 */
package io.leadloop.sla.alert.alertmanager;
