/**
 * Finds the lead of an activity. In: {@code POST /v1/activities} and the activities of a submission. Out: ActivityRecorded, at
 * once or when the lead becomes known.
 */
package io.leadloop.intake.activity;
