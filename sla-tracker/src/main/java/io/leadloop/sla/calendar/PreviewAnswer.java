package io.leadloop.sla.calendar;

import io.leadloop.agreement.workingtime.WorkingInterval;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What the calendar says; of the two questions only the one that was asked is answered.
 *
 * @param zone the calendar's
 * @param intervals the working time that is used, in its order
 * @param more whether there are more intervals than are listed
 */
@Schema(description = "due and intervals, or workingTime")
record PreviewAnswer(String zone, Instant due, List<WorkingInterval> intervals, Boolean more, Duration workingTime) {

    static PreviewAnswer due(String zone, Instant due, List<WorkingInterval> intervals, boolean more) {
        return new PreviewAnswer(zone, due, intervals, more ? true : null, null);
    }

    static PreviewAnswer between(String zone, Duration workingTime) {
        return new PreviewAnswer(zone, null, null, null, workingTime);
    }
}
