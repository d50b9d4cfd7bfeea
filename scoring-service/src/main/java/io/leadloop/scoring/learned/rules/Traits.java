package io.leadloop.scoring.learned.rules;

import io.leadloop.agreement.rules.LeadActivity;
import io.leadloop.events.Consent;
import io.leadloop.events.Profile;
import io.leadloop.events.Score;
import io.leadloop.events.Touch;
import io.leadloop.scoring.learned.rules.Trait.Amount;
import io.leadloop.scoring.learned.rules.Trait.Word;
import io.leadloop.scoring.learned.rules.Trait.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What was known of a lead at a moment, by name.
 *
 * <ul>
 *   <li>Nothing that happened after the moment: no touch, no activity.
 *   <li>Nothing that tells who it is: of names, numbers and messages only whether they were given, of an address only whether it is
 *       a company's.
 *   <li>Free attributes as they are; whether one is a number shows when all leads are seen.
 * </ul>
 */
public final class Traits {
    private static final int LONGEST_WORD = 80;
    private static final int MOST_WORDS = 12;
    private static final Set<String> PRIVATE_MAIL = Set.of(
            "gmail.com",
            "googlemail.com",
            "yahoo.com",
            "hotmail.com",
            "outlook.com",
            "live.com",
            "icloud.com",
            "aol.com",
            "gmx.de",
            "gmx.net",
            "web.de",
            "proton.me",
            "protonmail.com",
            "mail.ru",
            "qq.com",
            "163.com",
            "uol.com.br");

    private final Map<String, Trait> found = new HashMap<>();
    private final Instant at;

    private Traits(Instant at) {
        this.at = at;
    }

    public static Map<String, Trait> of(KnownLead lead) {
        Traits traits = new Traits(lead.at());
        traits.profile(lead.profile());
        traits.touches(lead.touches().stream()
                .filter(touch -> touch.at() == null || !touch.at().isAfter(lead.at()))
                .toList());
        traits.behaviour(lead.activities().stream()
                .filter(did -> !did.occurredAt().isAfter(lead.at()))
                .toList());
        lead.score().ifPresent(traits::score);
        return Map.copyOf(traits.found);
    }

    private void profile(Profile profile) {
        if (profile == null) {
            return;
        }
        word("country", profile.country());
        word("industry", profile.industry());
        words("job title", profile.jobTitle());
        if (profile.employees() != null) {
            amount("employees", profile.employees());
        }
        if (profile.email() != null) {
            String domain = profile.email().substring(profile.email().lastIndexOf('@') + 1);
            word("e-mail address", PRIVATE_MAIL.contains(domain) ? "private" : "company");
        }
        given("phone number", profile.phone());
        given("company name", profile.company());
        given("website", profile.website());
        if (profile.message() != null && !profile.message().isBlank()) {
            amount("length of the message", profile.message().length());
        }
        Consent consent = profile.consent();
        if (consent != null) {
            word("consent", consent.marketing() ? "yes" : "no");
        }
        profile.attributes().forEach((name, value) -> word("attribute " + name, value));
    }

    private void touches(List<Touch> unordered) {
        if (unordered.isEmpty()) {
            return;
        }
        List<Touch> touches = unordered.stream()
                .sorted(Comparator.comparing(Touch::at, Comparator.nullsFirst(Comparator.naturalOrder())))
                .toList();
        touch("first", touches.getFirst());
        amount("number of touches", touches.size());
        if (touches.size() > 1) {
            touch("last", touches.getLast());
        }
        Instant first = touches.getFirst().at();
        if (first != null) {
            amount("days since the first touch", Duration.between(first, at).toHours() / 24.0);
        }
    }

    private void touch(String which, Touch touch) {
        word(which + " source", touch.source());
        word(which + " medium", touch.medium());
        word(which + " campaign", touch.campaign());
        word(which + " content", touch.content());
        word(which + " term", touch.term());
        word(which + " landing page", path(touch.landingPage()));
        word(which + " referrer", host(touch.referrer()));
        if (!touch.clickIds().isEmpty()) {
            word(which + " click id", new TreeSet<>(touch.clickIds().keySet()).first());
        }
    }

    private void behaviour(List<LeadActivity> activities) {
        Map<String, Integer> counts = new TreeMap<>();
        activities.forEach(did -> counts.merge(did.type(), 1, Integer::sum));
        counts.forEach((type, count) -> amount("times " + type, count));
        activities.stream()
                .map(LeadActivity::occurredAt)
                .max(Comparator.naturalOrder())
                .ifPresent(last -> amount(
                        "hours since the last activity",
                        Duration.between(last, at).toMinutes() / 60.0));
    }

    private void score(Score score) {
        amount("fit", score.fit());
        amount("interest", score.interest());
        word("persona", score.persona());
    }

    private void word(String name, String text) {
        if (text != null && !text.isBlank()) {
            String plain = text.strip().toLowerCase(Locale.ROOT);
            found.put(
                    name.intern(), new Word(plain.length() > LONGEST_WORD ? plain.substring(0, LONGEST_WORD) : plain));
        }
    }

    private void words(String name, String text) {
        if (text == null) {
            return;
        }
        TreeSet<String> words = new TreeSet<>();
        for (String part : text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+", MOST_WORDS + 1)) {
            if (!part.isEmpty() && part.length() <= LONGEST_WORD && words.size() < MOST_WORDS) {
                words.add(part);
            }
        }
        if (!words.isEmpty()) {
            found.put(name, new Words(Collections.unmodifiableSortedSet(words)));
        }
    }

    private void given(String name, String text) {
        if (text != null && !text.isBlank()) {
            found.put(name, new Word("given"));
        }
    }

    private void amount(String name, double value) {
        found.put(name.intern(), new Amount(value)); // one name for all leads
    }

    private static String path(String address) {
        return address == null
                ? null
                : address.replaceFirst("^[a-z]+://[^/?#]*", "").replaceFirst("[?#].*$", "");
    }

    private static String host(String address) {
        return address == null ? null : address.replaceFirst("^[a-z]+://", "").replaceFirst("[/?#:].*$", "");
    }
}
