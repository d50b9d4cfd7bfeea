/** Due clocks under murder: two trackers on one database, killed, frozen and started again, and what they told of it. */
package io.leadloop.systemtests.clocks;
