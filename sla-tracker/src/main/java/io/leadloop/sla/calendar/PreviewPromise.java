package io.leadloop.sla.calendar;

import io.leadloop.agreement.CalendarReading;
import io.leadloop.agreement.Calendars;
import io.leadloop.agreement.workingtime.NoWorkingTime;
import io.leadloop.agreement.workingtime.WorkingCalendar;
import io.leadloop.agreement.workingtime.WorkingInterval;
import io.leadloop.http.Problem.Violation;
import io.leadloop.http.ProblemException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.List;

/** Answers a {@link PreviewRequest}, or says which of its fields is wrong and what to write. */
final class PreviewPromise {
    private static final int LISTED = 200;
    private static final Instant EARLIEST = Instant.parse("1970-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");
    private static final Duration LONGEST = Duration.ofDays(WorkingCalendar.HORIZON_YEARS * 366L);

    private PreviewPromise() {}

    static PreviewAnswer answer(PreviewRequest request, Calendars inForce) {
        if ((request.within() == null) == (request.to() == null)) {
            throw ProblemException.invalid(
                    "within", "say either within (when is it due?) or to (how much lies between?)");
        }
        WorkingCalendar calendar = calendar(request, inForce);
        Instant from = moment("from", request.from(), calendar);
        return request.within() == null
                ? between(calendar, from, moment("to", request.to(), calendar))
                : due(calendar, from, request.within());
    }

    private static PreviewAnswer due(WorkingCalendar calendar, Instant from, Duration within) {
        if (within.isNegative() || within.compareTo(LONGEST) > 0) {
            throw ProblemException.invalid("within", "must be between PT0S and " + LONGEST);
        }
        try {
            Instant due = calendar.add(from, within);
            List<WorkingInterval> intervals = calendar.intervals(from, due, LISTED + 1);
            boolean more = intervals.size() > LISTED;
            return PreviewAnswer.due(
                    calendar.zone().getId(), due, more ? intervals.subList(0, LISTED) : intervals, more);
        } catch (NoWorkingTime never) {
            throw ProblemException.invalid("calendar", never.getMessage());
        }
    }

    private static PreviewAnswer between(WorkingCalendar calendar, Instant from, Instant to) {
        if (to.isBefore(from) || Duration.between(from, to).compareTo(LONGEST) > 0) {
            throw ProblemException.invalid(
                    "to", "must be after from, by at most %d years".formatted(WorkingCalendar.HORIZON_YEARS));
        }
        return PreviewAnswer.between(calendar.zone().getId(), calendar.between(from, to));
    }

    private static WorkingCalendar calendar(PreviewRequest request, Calendars inForce) {
        return request.calendar().isTextual()
                ? named(request.calendar().textValue(), inForce)
                : read(CalendarReading.of(request.calendar()));
    }

    private static WorkingCalendar named(String name, Calendars inForce) {
        return inForce.named(name)
                .orElseThrow(() -> ProblemException.invalid(
                        "calendar",
                        "must be one of the agreement's (%s), or a whole calendar with zone and hours"
                                .formatted(String.join(", ", inForce.names()))));
    }

    private static WorkingCalendar read(CalendarReading reading) {
        return switch (reading) {
            case CalendarReading.Valid valid -> valid.calendar();
            case CalendarReading.Invalid invalid ->
                throw ProblemException.invalid(invalid.problems().stream()
                        .map(problem -> new Violation(
                                "calendar" + problem.path().replace('/', '.'),
                                (problem.message() + " " + problem.suggestion()).strip()))
                        .toList());
        };
    }

    private static Instant moment(String field, String text, WorkingCalendar calendar) {
        try {
            Instant moment = text.matches(".*T.*(Z|[+-][0-9:]+)")
                    ? OffsetDateTime.parse(text).toInstant()
                    : LocalDateTime.parse(text).atZone(calendar.zone()).toInstant();
            if (!moment.isBefore(EARLIEST) && moment.isBefore(LATEST)) {
                return moment;
            }
        } catch (DateTimeException noTime) {
            throw ProblemException.invalid(field, "must be a time, for example 2026-03-07T18:00:00-05:00");
        }
        throw ProblemException.invalid(field, "must lie between the years 1970 and 2200");
    }
}
