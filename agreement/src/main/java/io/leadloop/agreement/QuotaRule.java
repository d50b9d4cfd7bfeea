package io.leadloop.agreement;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Marketing's promise to Sales: so many workable MQLs a month.
 *
 * @param mqlPerMonth of all together
 * @param perRep whether each rep is promised a part: that under {@code reps}, the others what is left in equal parts
 * @param personas shares of it, between 0 and 1, by persona
 * @param grades the same by grade
 * @param reps the same by rep
 * @param calendar whose working time paces the month; {@code always} paces it evenly
 * @param warnBelow shares of what should be delivered by now, the highest first; below each it is warned once
 * @param notWorkable reasons of a rejection after which an MQL does not count; empty: every reason
 */
public record QuotaRule(
        int mqlPerMonth,
        Boolean perRep,
        Map<String, Double> personas,
        Map<String, Double> grades,
        Map<String, Double> reps,
        String calendar,

        @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
        List<Double> warnBelow,

        Optional<List<String>> notWorkable) {

    public QuotaRule {
        perRep = perRep != null && perRep;
        personas = sharesOrNone(personas);
        grades = sharesOrNone(grades);
        reps = sharesOrNone(reps);
        calendar = calendar == null ? Calendars.ALWAYS : calendar;
        warnBelow = AgreementDocument.listOrEmpty(warnBelow).stream()
                .sorted(Comparator.reverseOrder())
                .toList();
        notWorkable = notWorkable == null ? Optional.empty() : notWorkable.map(List::copyOf);
    }

    private static Map<String, Double> sharesOrNone(Map<String, Double> shares) {
        return shares == null ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(shares));
    }
}
