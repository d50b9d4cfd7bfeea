package io.leadloop.scoring.learned.rules;

import io.leadloop.agreement.rules.LeadActivity;
import io.leadloop.events.Profile;
import io.leadloop.events.Touch;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;

/**
 * Leads whose chances are known, because they are made here: the log odds are {@link #BASE}, plus 1.2 for source partner, minus
 * 0.8 for source list, plus 0.9 for plan gold, plus 0.7 for two pricing views or more, plus 0.5 for 500 employees or more.
 */
final class GeneratedFunnel {
    static final double BASE = -1.5;
    static final double PARTNER = 1.2;
    static final double LIST = -0.8;
    static final double GOLD = 0.9;
    static final double PRICING = 0.7;
    static final double LARGE = 0.5;
    private static final Instant START = Instant.parse("2025-01-01T00:00:00Z");

    private final Random random;
    private final double signal;
    final List<Example> examples = new ArrayList<>();
    final List<Double> chances = new ArrayList<>();

    private GeneratedFunnel(long seed, double signal) {
        this.random = new Random(seed);
        this.signal = signal;
    }

    static GeneratedFunnel withSignal(long seed, int leads) {
        return new GeneratedFunnel(seed, 1).fill(leads, false);
    }

    /** The same leads, but nothing of what is known of them matters. */
    static GeneratedFunnel withoutSignal(long seed, int leads) {
        return new GeneratedFunnel(seed, 0).fill(leads, false);
    }

    /** The same leads; those who are won do something after the hand-off that nobody else does. */
    static GeneratedFunnel withTraces(long seed, int leads) {
        return new GeneratedFunnel(seed, 1).fill(leads, true);
    }

    private GeneratedFunnel fill(int leads, boolean traces) {
        for (int i = 0; i < leads; i++) {
            add(i, traces);
        }
        return this;
    }

    private void add(int number, boolean traces) {
        Instant qualified = START.plusSeconds(3_600L * number);
        double dice = random.nextDouble();
        String source = dice < .25 ? "partner" : dice < .5 ? "list" : "search";
        String plan = random.nextDouble() < .4 ? "gold" : "basic";
        int employees = random.nextInt(1_000);
        int pricingViews = random.nextInt(4);
        double logOdds = BASE
                + signal
                        * ((source.equals("partner") ? PARTNER : source.equals("list") ? LIST : 0)
                                + (plan.equals("gold") ? GOLD : 0)
                                + (pricingViews >= 2 ? PRICING : 0)
                                + (employees >= 500 ? LARGE : 0));
        double chance = 1 / (1 + Math.exp(-logOdds));
        boolean won = random.nextDouble() < chance;
        List<LeadActivity> activities = new ArrayList<>();
        for (int view = 0; view < pricingViews; view++) {
            activities.add(did("pricing_view", qualified.minusSeconds(600L * (view + 1))));
        }
        List<Touch> touches = new ArrayList<>(List.of(touch(source, qualified.minusSeconds(7_200))));
        if (traces && won) {
            activities.add(did("contract_signed", qualified.plusSeconds(86_400)));
            touches.add(touch("customer-portal", qualified.plusSeconds(86_400)));
        }
        KnownLead lead = new KnownLead(qualified, profile(employees, plan), touches, activities, Optional.empty());
        chances.add(chance);
        examples.add(new Example(new UUID(1, number), qualified, Traits.of(lead), won));
    }

    private static Profile profile(int employees, String plan) {
        return new Profile(
                null, null, null, null, null, null, "US", null, employees, null, null, Map.of("plan", plan), null);
    }

    private static Touch touch(String source, Instant at) {
        return new Touch(source, null, null, null, null, null, null, Map.of(), at);
    }

    private static LeadActivity did(String type, Instant at) {
        return new LeadActivity(new UUID(2, at.toEpochMilli()), type, at);
    }
}
