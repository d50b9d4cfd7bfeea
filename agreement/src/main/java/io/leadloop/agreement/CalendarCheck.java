package io.leadloop.agreement;

import com.fasterxml.jackson.databind.JsonNode;
import io.leadloop.agreement.holidays.PublicHolidays;
import io.leadloop.agreement.workingtime.Shift;
import io.leadloop.agreement.workingtime.Weekdays;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whether a calendar means something: its days exist, each has its hours from one place, no hour is there twice, and there is time to
 * work at all, so that nothing is ever promised that never comes due. Where the shape is wrong it keeps silent.
 */
final class CalendarCheck {
    private static final int LONGEST_WITHOUT_WORK = 366;

    private final YamlTree tree;
    private final String path;
    private final JsonNode calendar;
    private final List<Problem> problems = new ArrayList<>();

    private CalendarCheck(YamlTree tree, String path) {
        this.tree = tree;
        this.path = path;
        this.calendar = tree.root().at(path);
    }

    /** @param path of one calendar, JSON pointer */
    static List<Problem> problems(YamlTree tree, String path) {
        CalendarCheck check = new CalendarCheck(tree, path);
        check.problems.addAll(ZoneCheck.problems(tree, path + "/zone"));
        check.week(path + "/hours");
        check.thereIsTimeToWork();
        check.holidaysExist();
        check.ownDaysExist();
        check.overrides();
        return check.problems;
    }

    private void week(String hours) {
        Map<DayOfWeek, String> from = new EnumMap<>(DayOfWeek.class);
        tree.root().at(hours).properties().forEach(entry -> {
            String at = YamlTree.pointer(hours, entry.getKey());
            Optional<List<DayOfWeek>> days = Weekdays.read(entry.getKey());
            if (days.isEmpty()) {
                problems.add(tree.atName(
                        at,
                        "'%s' is no day of the week.".formatted(entry.getKey()),
                        "Write mon, tue, wed, thu, fri, sat, sun, or a range such as mon-fri."));
            }
            days.orElse(List.of()).stream()
                    .filter(day -> from.putIfAbsent(day, entry.getKey()) != null)
                    .findFirst()
                    .ifPresent(day -> problems.add(tree.atName(
                            at,
                            "%s has its hours from '%s' already.".formatted(Weekdays.name(day), from.get(day)),
                            "Name each day once.")));
            shifts(at, entry.getValue());
        });
    }

    private void shifts(String at, JsonNode texts) {
        List<Shift> before = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            String text = texts.get(i).asText();
            Optional<Shift> shift = Shift.read(text);
            if (shift.isEmpty() && text.matches("([0-9:]{5})-\\1")) {
                add(at + "/" + i, "'%s' takes no time.".formatted(text), "Around the clock is 00:00-24:00.");
            }
            if (shift.filter(one -> before.stream().anyMatch(one::overlaps)).isPresent()) {
                add(at + "/" + i, "'%s' overlaps other hours of the day.".formatted(text), "");
            }
            shift.ifPresent(before::add);
        }
    }

    private void thereIsTimeToWork() {
        JsonNode hours = calendar.path("hours");
        if (hours.isObject() && isEmpty(hours)) {
            add(path + "/hours", "The calendar has no working time at all.", "Give at least one day hours.");
        }
    }

    private static boolean isEmpty(JsonNode hours) {
        return hours.properties().stream().allMatch(day -> day.getValue().isEmpty());
    }

    private void holidaysExist() {
        JsonNode code = calendar.path("holidays");
        if (code.isTextual()
                && code.textValue().matches("[A-Z]{2}(-[A-Z0-9]+)*")
                && PublicHolidays.of(code.textValue()).isEmpty()) {
            List<String> known = PublicHolidays.codesLike(code.textValue());
            add(path + "/holidays", "No holidays are known of '%s'.".formatted(code.textValue()), Nearest.known(known));
        }
    }

    private void ownDaysExist() {
        calendar.path("days").properties().forEach(entry -> {
            String at = YamlTree.pointer(path + "/days", entry.getKey());
            if (!OwnDay.exists(entry.getKey())) {
                problems.add(tree.atName(
                        at,
                        "'%s' is no day.".formatted(entry.getKey()),
                        "Write a date such as 2026-12-24, or 12-24 for every year."));
            }
            shifts(at, entry.getValue());
        });
    }

    private void overrides() {
        long withoutWork = 0;
        List<LocalDate[]> before = new ArrayList<>();
        for (int i = 0; i < calendar.path("overrides").size(); i++) {
            String at = path + "/overrides/" + i;
            week(at + "/hours");
            JsonNode override = calendar.path("overrides").get(i);
            Optional<LocalDate> from = date(override.path("from"));
            Optional<LocalDate> to = date(override.path("to"));
            if (from.isPresent() && to.isPresent()) {
                LocalDate first = from.get();
                LocalDate last = to.get();
                if (last.isBefore(first)) {
                    add(at + "/to", "%s is before %s, where it begins.".formatted(last, first), "");
                } else if (before.stream().anyMatch(other -> !first.isAfter(other[1]) && !other[0].isAfter(last))) {
                    add(at, "Another override has other hours for some of these days.", "Let each day have one.");
                }
                before.add(new LocalDate[] {first, last});
                withoutWork +=
                        isEmpty(override.path("hours")) ? Math.max(0, ChronoUnit.DAYS.between(first, last) + 1) : 0;
            }
        }
        if (withoutWork > LONGEST_WITHOUT_WORK) {
            add(
                    path + "/overrides",
                    "Overrides without any hours cover %d days.".formatted(withoutWork),
                    "At most %d can.".formatted(LONGEST_WITHOUT_WORK));
        }
    }

    private static Optional<LocalDate> date(JsonNode text) {
        try {
            return text.isTextual() ? Optional.of(LocalDate.parse(text.textValue())) : Optional.empty();
        } catch (DateTimeException no) {
            return Optional.empty();
        }
    }

    private void add(String at, String message, String suggestion) {
        problems.add(tree.at(at, message, suggestion));
    }
}
