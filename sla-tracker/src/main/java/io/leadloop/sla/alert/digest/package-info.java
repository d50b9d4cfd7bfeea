/**
 * The daily mail: what broke since yesterday and what is about to, by promise and team. In: alerts and clocks. Out: one mail a day,
 * at a time of day in the agreement's zone, timed by a row on the database's clock.
 */
package io.leadloop.sla.alert.digest;
