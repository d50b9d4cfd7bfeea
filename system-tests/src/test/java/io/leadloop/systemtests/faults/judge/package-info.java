/** Judges a run by what was acknowledged and what lies on the topics afterwards. Knows the promises and nothing of how they are kept. */
package io.leadloop.systemtests.faults.judge;
