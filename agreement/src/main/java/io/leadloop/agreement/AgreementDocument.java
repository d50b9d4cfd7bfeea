package io.leadloop.agreement;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * The agreement as its two sides wrote it. Holds only what something in the product acts on; a field that nothing reads would
 * be a promise nobody keeps, so the schema refuses it.
 *
 * @param activities types of activity of one's own, besides {@link ActivityTypes#USUAL}
 * @param quota what Marketing promises a month, if anything
 * @param zone in which days and months are counted
 * @param currency ISO 4217 code in which money is counted
 */
public record AgreementDocument(
        String name,
        List<Persona> personas,
        Funnel funnel,
        List<String> activities,
        Scorecard scorecard,
        QualificationMatrix qualification,
        Routing routing,
        List<CalendarRule> calendars,
        List<ClockRule> clocks,
        Optional<QuotaRule> quota,
        Reasons reasons,
        List<Example> examples,
        ZoneId zone,
        String currency) {

    public AgreementDocument {
        personas = listOrEmpty(personas);
        activities = listOrEmpty(activities);
        calendars = listOrEmpty(calendars);
        clocks = listOrEmpty(clocks);
        quota = quota == null ? Optional.empty() : quota;
        examples = listOrEmpty(examples);
    }

    /** The kind of buyer that both teams agreed on. The first whose condition holds is the lead's. */
    public record Persona(String name, String when) {}

    /** Which team owns which stage. */
    public record Funnel(List<String> marketing, List<String> both, List<String> sales) {
        public Funnel {
            marketing = listOrEmpty(marketing);
            both = listOrEmpty(both);
            sales = listOrEmpty(sales);
        }
    }

    /** Where qualified leads go. The first pool whose condition holds takes the lead. */
    public record Routing(List<Pool> pools) {
        public Routing {
            pools = listOrEmpty(pools);
        }
    }

    /**
     * @param capacityPerRep open hand-offs that one rep has at most
     * @param fallback what happens when nobody is left; {@code wait}: for the first who comes
     */
    public record Pool(String name, String when, List<String> teams, int capacityPerRep, String fallback) {
        public Pool {
            teams = listOrEmpty(teams);
        }
    }

    /** The words in which Sales answers: why a hand-off was rejected, a deal lost, a lead recycled. */
    public record Reasons(List<String> reject, List<String> lost, List<String> recycle) {
        public Reasons {
            reject = listOrEmpty(reject);
            lost = listOrEmpty(lost);
            recycle = listOrEmpty(recycle);
        }
    }

    /** A list that the text may leave out. */
    static <T> List<T> listOrEmpty(List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }
}
