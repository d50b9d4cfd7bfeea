package io.leadloop.deploy.demo;

import io.leadloop.deploy.demo.DemoLead.Activity;
import io.leadloop.deploy.demo.DemoLead.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Submissions as a website gets them: of each channel its part, with what makes the channel good or bad. */
final class LeadGenerator {
    private static final int AGAIN = 8;
    private static final int HALF_EMPTY = 12;
    /** So that who comes again came a short while ago. */
    private static final int REMEMBERED = 200;

    private final Dice dice;
    private final People people;
    private final List<Person> known = new ArrayList<>();

    LeadGenerator(long seed) {
        this.dice = new Dice(seed);
        this.people = new People(dice);
    }

    DemoLead next() {
        Channel channel = dice.of(Channel.ALL, Channel::weight);
        Kind kind = kind(channel);
        return new DemoLead(
                kind,
                person(kind),
                channel,
                channel.campaigns().isEmpty() ? Optional.empty() : Optional.of(dice.of(channel.campaigns())),
                message(kind),
                activities(kind));
    }

    private Kind kind(Channel channel) {
        if (!known.isEmpty() && dice.percent(AGAIN)) {
            return Kind.AGAIN;
        }
        if (dice.percent(channel.junk())) {
            return Kind.JUNK;
        }
        if (dice.percent(HALF_EMPTY)) {
            return Kind.HALF_EMPTY;
        }
        return dice.percent(channel.eager()) ? Kind.EAGER : Kind.CURIOUS;
    }

    private Person person(Kind kind) {
        return switch (kind) {
            case EAGER -> remember(people.buyer());
            case CURIOUS -> remember(people.anybody());
            case HALF_EMPTY -> remember(people.hardlyAnything());
            case JUNK -> people.nobody();
            case AGAIN -> known.get(Math.max(0, known.size() - 1 - dice.below(REMEMBERED)));
        };
    }

    private Person remember(Person person) {
        known.add(person);
        return person;
    }

    private Optional<String> message(Kind kind) {
        return switch (kind) {
            case EAGER -> Optional.of(dice.of(Words.MESSAGES));
            case CURIOUS, AGAIN -> dice.percent(30) ? Optional.of(dice.of(Words.MESSAGES)) : Optional.empty();
            case JUNK -> Optional.of(dice.of(Words.JUNK));
            case HALF_EMPTY -> Optional.empty();
        };
    }

    private List<Activity> activities(Kind kind) {
        List<Activity> did = new ArrayList<>();
        for (int i = dice.below(4); i > 0 && kind != Kind.JUNK; i--) {
            did.add(activity(
                    dice.of(List.of("page_view", "page_view", "email_open", "email_click", "content_download")), 72));
        }
        switch (kind) {
            case EAGER -> {
                did.add(activity("pricing_view", 24));
                did.add(activity(
                        dice.of(List.of("demo_request", "demo_request", "trial_started", "contact_request")), 1));
            }
            case CURIOUS -> did.add(activity(dice.of(List.of("pricing_view", "webinar_attended", "page_view")), 48));
            case AGAIN -> did.add(activity(dice.percent(30) ? "demo_request" : "pricing_view", 1));
            case JUNK, HALF_EMPTY -> {}
        }
        return did.stream()
                .sorted(Comparator.comparing(Activity::before).reversed())
                .toList();
    }

    private Activity activity(String type, int atMostHours) {
        return new Activity(type, Duration.ofMinutes(1L + dice.below(atMostHours * 60)));
    }
}
