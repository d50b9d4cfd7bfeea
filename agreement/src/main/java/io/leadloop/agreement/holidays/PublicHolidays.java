package io.leadloop.agreement.holidays;

import de.focus_shift.jollyday.core.CalendarHierarchy;
import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import io.leadloop.agreement.workingtime.Holidays;
import java.time.LocalDate;
import java.time.Year;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The public holidays that Jollyday knows. A holiday that moves because it falls on a weekend is off on both days; bank holidays and
 * days that are only remembered are worked. Each year is worked out once.
 */
public final class PublicHolidays implements Holidays {
    private static final Map<String, PublicHolidays> LOADED = new ConcurrentHashMap<>();
    private static final Set<String> COUNTRIES = HolidayManager.getSupportedCalendarCodes().stream()
            .filter(code -> code.matches("[A-Z]{2}"))
            .collect(Collectors.toUnmodifiableSet());

    private final HolidayManager manager;
    private final String[] regions;
    private final Map<Integer, Set<LocalDate>> years = new ConcurrentHashMap<>();

    private PublicHolidays(HolidayManager manager, String[] regions) {
        this.manager = manager;
        this.regions = regions;
    }

    /**
     * Empty when there is no such country or region.
     *
     * @param code a country by ISO 3166, with its region if it has holidays of its own: {@code US}, {@code DE-BY}
     */
    public static Optional<PublicHolidays> of(String code) {
        Optional<PublicHolidays> holidays =
                Optional.ofNullable(LOADED.get(code)).or(() -> load(code));
        holidays.ifPresent(loaded -> LOADED.putIfAbsent(code, loaded));
        return holidays;
    }

    /** What can follow the part of the code that is known: countries, or the regions of one. */
    public static List<String> codesLike(String code) {
        String country = code.split("-", -1)[0];
        return COUNTRIES.contains(country)
                ? Stream.concat(
                                Stream.of(country),
                                manager(country).getCalendarHierarchy().getChildren().keySet().stream()
                                        .map(region -> country + "-" + region.toUpperCase(Locale.ROOT)))
                        .sorted()
                        .toList()
                : COUNTRIES.stream().sorted().toList();
    }

    @Override
    public boolean contains(LocalDate date) {
        return years.computeIfAbsent(date.getYear(), this::datesIn).contains(date);
    }

    /** A New Year's Day on a Saturday is observed in the year before. */
    private Set<LocalDate> datesIn(int year) {
        return IntStream.rangeClosed(year - 1, year + 1)
                .mapToObj(one -> manager.getHolidays(Year.of(one), HolidayType.PUBLIC_HOLIDAY, regions))
                .flatMap(Set::stream)
                .flatMap(PublicHolidays::dates)
                .filter(date -> date.getYear() == year)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Stream<LocalDate> dates(Holiday holiday) {
        return Stream.concat(Stream.of(holiday.getDate(), holiday.getActualDate()), holiday.getObservedDate().stream());
    }

    private static Optional<PublicHolidays> load(String code) {
        String[] parts = code.split("-", -1);
        if (!COUNTRIES.contains(parts[0])) {
            return Optional.empty();
        }
        HolidayManager manager = manager(parts[0]);
        String[] regions = Arrays.stream(parts)
                .skip(1)
                .map(region -> region.toLowerCase(Locale.ROOT))
                .toArray(String[]::new);
        return exists(manager.getCalendarHierarchy(), regions)
                ? Optional.of(new PublicHolidays(manager, regions))
                : Optional.empty();
    }

    private static boolean exists(CalendarHierarchy country, String[] regions) {
        CalendarHierarchy place = country;
        for (String region : regions) {
            place = place.getChildren().get(region);
            if (place == null) {
                return false;
            }
        }
        return true;
    }

    /** The library finds its tables by the thread's class loader, which need not be ours. */
    private static HolidayManager manager(String country) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(PublicHolidays.class.getClassLoader());
        try {
            return HolidayManager.getInstance(ManagerParameters.create(country.toLowerCase(Locale.ROOT)));
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
