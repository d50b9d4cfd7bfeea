package io.leadloop.agreement;

import io.leadloop.events.Profile;
import io.leadloop.events.Touch;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What conditions may ask about one lead, computed once and asked many times. An absent field has its zero value, {@code ''}, 0
 * or {@code false}, so that a condition about it simply does not hold.
 *
 * @param values by the names of {@link Vocabulary}
 * @param profileKnown whether anything is known of who the buyer is: company, job, country, industry, size, website or an
 *     attribute. An address alone says who to answer, not whether this is our buyer
 */
public record LeadFacts(Map<String, Object> values, boolean profileKnown) {

    private static final Comparator<Touch> OLDEST_FIRST =
            Comparator.comparing(Touch::at, Comparator.nullsFirst(Comparator.<Instant>naturalOrder()));

    private static final Touch NO_TOUCH = new Touch(null, null, null, null, null, null, null, Map.of(), null);

    /** @param touches in any order; the first and the last are told by their time, those without one come first */
    public static LeadFacts of(Profile profile, List<Touch> touches) {
        List<Touch> inOrder = touches.stream().sorted(OLDEST_FIRST).toList();
        Vocabulary.Source source = new Vocabulary.Source(
                profile,
                inOrder.isEmpty() ? NO_TOUCH : inOrder.getFirst(),
                inOrder.isEmpty() ? NO_TOUCH : inOrder.getLast());
        Map<String, Object> values = HashMap.newHashMap(Vocabulary.WORDS.size());
        Vocabulary.WORDS.forEach(word -> values.put(word.name(), word.value().apply(source)));
        return new LeadFacts(values, isKnown(profile));
    }

    /** The same lead with what it did, judged at one moment. */
    public LeadFacts with(ActivityCounts activities) {
        Map<String, Object> all = new HashMap<>(values);
        all.put(ActivityCalls.WORD, activities);
        return new LeadFacts(all, profileKnown);
    }

    private static boolean isKnown(Profile profile) {
        return profile.employees() != null
                || !profile.attributes().isEmpty()
                || Stream.of(
                                profile.company(),
                                profile.jobTitle(),
                                profile.country(),
                                profile.industry(),
                                profile.website())
                        .anyMatch(text -> text != null && !text.isBlank());
    }
}
