package io.leadloop.agreement.workingtime;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.leadloop.agreement.CalendarReading;
import java.util.Map;

/** Calendars by name, written as in an agreement. */
final class SampleCalendars {
    private static final String NINE = "'hours': {'mon-fri': ['09:00-17:00']}";
    private static final Map<String, String> TEXTS = Map.ofEntries(
            Map.entry("nine", "{'zone': 'UTC', " + NINE + "}"),
            Map.entry(
                    "shop",
                    "{'zone': 'UTC', 'hours': {'mon-fri': ['08:00-12:00', '13:00-17:00', '18:00-20:00'], 'sat': ['10:00-14:00']}}"),
            Map.entry("weeknights", "{'zone': 'Europe/Berlin', 'hours': {'sun-thu': ['22:00-06:00']}}"),
            Map.entry("nights", "{'zone': 'Europe/Berlin', 'hours': {'mon-sun': ['22:00-06:00']}}"),
            Map.entry("evening", "{'zone': 'UTC', 'hours': {'mon-fri': ['16:00-24:00']}}"),
            Map.entry("around", "{'zone': 'UTC', 'hours': {'mon-sun': ['00:00-24:00']}, 'days': {'2020-01-01': []}}"),
            Map.entry(
                    "office",
                    "{'zone': 'America/New_York', 'hours': {'mon-fri': ['09:00-12:30', '13:30-17:30']}, 'holidays': 'US'}"),
            Map.entry("berlin", "{'zone': 'Europe/Berlin', " + NINE + ", 'holidays': 'DE-BE'}"),
            Map.entry("bavaria", "{'zone': 'Europe/Berlin', " + NINE + ", 'holidays': 'DE-BY'}"),
            Map.entry(
                    "fair",
                    "{'zone': 'Europe/Berlin', " + NINE
                            + ", 'holidays': 'DE-BE', 'days': {'2026-05-01': ['10:00-12:00']}}"),
            Map.entry(
                    "half",
                    "{'zone': 'UTC', " + NINE + ", 'days': {'2026-12-24': ['09:00-12:00'], '2026-12-25': [],"
                            + " '12-31': [], '2027-12-31': ['10:00-11:00']}}"),
            Map.entry(
                    "summer",
                    "{'zone': 'UTC', " + NINE + ", 'overrides': [{'name': 'summer', 'from': '2026-07-01',"
                            + " 'to': '2026-07-31', 'hours': {'mon-thu': ['08:00-14:00']}}]}"),
            Map.entry("early", "{'zone': 'America/New_York', 'hours': {'mon-sun': ['01:30-02:30']}}"),
            Map.entry("skipped", "{'zone': 'America/New_York', 'hours': {'mon-sun': ['02:00-02:30']}}"),
            Map.entry(
                    "lord-howe",
                    "{'zone': 'Australia/Lord_Howe', 'hours': {'mon-sun': ['00:00-24:00']}, 'days': {'2020-01-01': []}}"),
            Map.entry(
                    "cairo",
                    "{'zone': 'Africa/Cairo', 'hours': {'mon-sun': ['00:00-24:00']}, 'days': {'2020-01-01': []}}"),
            Map.entry("kathmandu", "{'zone': 'Asia/Kathmandu', " + NINE + "}"));

    private SampleCalendars() {}

    static WorkingCalendar named(String name) {
        assertThat(TEXTS).containsKey(name);
        return read(TEXTS.get(name));
    }

    /** @param json with single quotes for double ones */
    static WorkingCalendar read(String json) {
        CalendarReading reading = reading(json);
        assertThat(reading).isInstanceOf(CalendarReading.Valid.class);
        return ((CalendarReading.Valid) reading).calendar();
    }

    static CalendarReading reading(String json) {
        try {
            return CalendarReading.of(new JsonMapper().readTree(json.replace('\'', '"')));
        } catch (JsonProcessingException wrong) {
            throw new IllegalArgumentException(json, wrong);
        }
    }
}
