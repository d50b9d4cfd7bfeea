/**
 * What the services say to each other: one record per event, one sealed interface per producer, every wire name spelled
 * once (in {@link io.leadloop.events.EventType} and {@link io.leadloop.events.Topics}).
 *
 * <p>Business facts only. Identity, type, source and trace travel as CloudEvents headers. Changes are additive: a new
 * optional component is allowed, a new meaning is a new name. Only the producer constructs its events.
 *
 * <p>One flat package on purpose: off the module path Java forbids a sealed type to span packages.
 */
package io.leadloop.events;
