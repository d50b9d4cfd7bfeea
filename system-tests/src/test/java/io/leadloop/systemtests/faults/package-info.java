/**
 * The system under fire: what it promises holds while its parts are killed, frozen, cut off and filled up. The judge of it
 * looks from outside only: at what was acknowledged, at the topics, the databases and the health.
 */
package io.leadloop.systemtests.faults;
