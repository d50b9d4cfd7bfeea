package io.leadloop.sla.clock.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadloop.sla.clock.rules.ClockOutcome.CancelReason;
import io.leadloop.sla.clock.rules.ClockOutcome.MoveReason;
import io.leadloop.sla.clock.rules.Promise.Rung;
import io.leadloop.sla.clock.rules.Promise.Warning;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every state of a clock × everything it may hear. The promise: offered at minute 0, warnings at 5 and 8, due at 10. Times
 * are minutes; {@code answered@9 at 12} is an answer of minute 9 that arrives in minute 12. While it stays broken the ladder
 * escalates in minute 15 and reassigns in minute 20. {@code resumed} promises 20 instead of 10.
 */
class ClockRulesTest {

    private static final Instant OFFERED = Instant.parse("2026-03-02T10:00:00Z");
    private static final Promise PROMISE = new Promise(
            OFFERED,
            minute(10),
            List.of(new Warning(0.5, minute(5)), new Warning(0.8, minute(8))),
            List.of(new Rung("escalate", minute(15)), new Rung("reassign", minute(20))));

    private static final Promise LONGER =
            new Promise(OFFERED, minute(20), List.of(new Warning(0.8, minute(16))), List.of());

    private static final Map<String, ClockStatus> STATES = Map.ofEntries(
            Map.entry("not started", new ClockStatus.NotStarted()),
            Map.entry("running", new ClockStatus.Running(PROMISE)),
            Map.entry("warned 0.5", new ClockStatus.Warned(PROMISE, 0.5)),
            Map.entry("warned 0.8", new ClockStatus.Warned(PROMISE, 0.8)),
            Map.entry("paused@6", new ClockStatus.Paused(PROMISE, minute(6), 0.5)),
            Map.entry("paused@3", new ClockStatus.Paused(PROMISE, minute(3), 0)),
            Map.entry("paused@6 till 20", new ClockStatus.Paused(LONGER, minute(6), 0.5)),
            Map.entry("reopened paused@6", new ClockStatus.Paused(PROMISE, minute(6), 1)),
            Map.entry("till 20", new ClockStatus.Running(LONGER)),
            Map.entry("warned 0.5 till 20", new ClockStatus.Warned(LONGER, 0.5)),
            Map.entry("reopened till 20", new ClockStatus.Warned(LONGER, 1)),
            Map.entry("met@9", new ClockStatus.Met(PROMISE, minute(9))),
            Map.entry("breached", new ClockStatus.Breached(PROMISE, 0)),
            Map.entry("breached rung 1", new ClockStatus.Breached(PROMISE, 1)),
            Map.entry("breached rung 2", new ClockStatus.Breached(PROMISE, 2)),
            Map.entry("cancelled@3", new ClockStatus.Cancelled(PROMISE, minute(3))),
            Map.entry("cancelled@7", new ClockStatus.Cancelled(PROMISE, minute(7))));

    @ParameterizedTest(name = "{0} hears {1} in minute {2}: {3}, tells {4}")
    @CsvSource(delimiter = '|', textBlock = """
            # state     | hears       | now | then        | tells
            not started | offered     | 0   | running     | started@0
            not started | offered     | 30  | running     | started@0
            not started | answered@9  | 9   | met@9       | started@0, met@9
            not started | answered@9  | 30  | met@9       | started@0, met@9
            not started | answered@10 | 11  | breached    | started@0, breached@10 late 1
            not started | expired@10  | 11  | breached    | started@0, breached@10 late 1
            not started | expired@3   | 4   | cancelled@3 | started@0, cancelled@3
            not started | time        | 30  | not started |

            running     | offered     | 1   | running     |
            running     | answered@0  | 1   | met@0       | met@0
            running     | answered@9  | 9   | met@9       | met@9
            running     | answered@9  | 12  | met@9       | met@9
            running     | answered@10 | 12  | breached    | breached@10 late 2
            running     | answered@10 | 9   | running     |
            running     | expired@10  | 10  | breached    | breached@10 late 0
            running     | expired@10  | 9   | running     |
            running     | expired@3   | 4   | cancelled@3 | cancelled@3
            running     | time        | 4   | running     |
            running     | time        | 5   | warned 0.5  | warned@5 of 0.5
            running     | time        | 7   | warned 0.5  | warned@5 of 0.5
            running     | time        | 8   | warned 0.8  | warned@8 of 0.8
            running     | time        | 10  | breached    | breached@10 late 0
            running     | time        | 75  | breached    | breached@10 late 65

            warned 0.5  | offered     | 6   | warned 0.5  |
            warned 0.5  | answered@9  | 9   | met@9       | met@9
            warned 0.5  | answered@11 | 11  | breached    | breached@10 late 1
            warned 0.5  | expired@11  | 11  | breached    | breached@10 late 1
            warned 0.5  | expired@3   | 6   | cancelled@3 | cancelled@3
            warned 0.5  | time        | 7   | warned 0.5  |
            warned 0.5  | time        | 8   | warned 0.8  | warned@8 of 0.8
            warned 0.5  | time        | 10  | breached    | breached@10 late 0
            warned 0.8  | offered     | 9   | warned 0.8  |
            warned 0.8  | answered@9  | 9   | met@9       | met@9
            warned 0.8  | answered@11 | 11  | breached    | breached@10 late 1
            warned 0.8  | expired@11  | 11  | breached    | breached@10 late 1
            warned 0.8  | expired@3   | 9   | cancelled@3 | cancelled@3
            warned 0.8  | time        | 9   | warned 0.8  |
            warned 0.8  | time        | 10  | breached    | breached@10 late 0

            met@9       | offered     | 12  | met@9       |
            met@9       | answered@9  | 12  | met@9       |
            met@9       | answered@11 | 12  | met@9       |
            met@9       | expired@11  | 12  | met@9       |
            met@9       | expired@3   | 12  | met@9       |
            met@9       | time        | 12  | met@9       |

            breached    | offered     | 12  | breached    |
            breached    | answered@9  | 12  | met@9       | corrected@9
            breached    | answered@10 | 12  | breached rung 2 |
            breached    | expired@11  | 12  | breached rung 2 |
            breached    | expired@3   | 12  | cancelled@3 | cancelled@3
            breached    | time        | 12  | breached    |

            cancelled@3 | offered     | 12  | cancelled@3 |
            cancelled@3 | answered@9  | 12  | met@9       | corrected@9
            cancelled@3 | answered@11 | 12  | cancelled@3 |
            cancelled@3 | expired@11  | 12  | cancelled@3 |
            cancelled@3 | expired@3   | 12  | cancelled@3 |
            cancelled@3 | time        | 12  | cancelled@3 |

            breached        | time | 15 | breached rung 1 | escalate@15
            breached        | time | 30 | breached rung 2 | escalate@15, reassign@20
            breached rung 1 | time | 19 | breached rung 1 |
            breached rung 1 | time | 20 | breached rung 2 | reassign@20
            breached rung 1 | answered@17 | 17 | breached rung 2 |
            breached rung 2 | time | 99 | breached rung 2 |

            not started | paused@6    | 6   | not started |
            running     | paused@3    | 3   | paused@3    | moved@3 paused
            warned 0.5  | paused@6    | 6   | paused@6    | moved@6 paused
            running     | paused@12   | 12  | breached    | breached@10 late 2
            paused@6    | paused@8    | 8   | paused@6    |
            paused@6    | time        | 75  | paused@6    |
            paused@6    | offered     | 8   | paused@6    |
            paused@6    | answered@30 | 30  | met@30      | met@30
            paused@6    | expired@7   | 7   | cancelled@7 | cancelled@7
            met@9       | paused@6    | 12  | met@9       |
            breached    | paused@6    | 12  | reopened paused@6 | moved@6 paused
            breached    | paused@12   | 12  | breached    |
            cancelled@3 | paused@2    | 12  | cancelled@3 |

            not started | resumed@9   | 9   | not started |
            paused@6    | resumed@9   | 9   | warned 0.5 till 20 | moved@9 resumed
            paused@3    | resumed@9   | 9   | till 20     | moved@9 resumed
            running     | resumed@9   | 9   | till 20     | moved@9 resumed
            till 20     | resumed@9   | 9   | till 20     |
            breached    | resumed@9   | 12  | reopened till 20 | moved@9 resumed
            met@9       | resumed@9   | 12  | met@9       |

            running     | agreement@4 | 4   | till 20     | moved@4 agreement
            warned 0.5  | agreement@7 | 7   | warned 0.5 till 20 | moved@7 agreement
            till 20     | agreement@7 | 7   | till 20     |
            paused@6    | agreement@7 | 7   | paused@6 till 20 | moved@7 agreement
            breached    | agreement@12 | 12 | breached    |
            met@9       | agreement@12 | 12 | met@9       |
            cancelled@3 | agreement@12 | 12 | cancelled@3 |
            """)
    void a_clock_in_this_state_that_hears_this(String state, String hears, int now, String then, String tells) {
        // Given
        ClockStatus status = status(state);
        ClockSignal signal = signal(hears);

        // When
        ClockDecision decision = ClockRules.decide(status, signal, minute(now));

        // Then
        assertThat(decision.status()).isEqualTo(status(then));
        assertThat(decision.outcomes()).isEqualTo(outcomes(tells));
    }

    @ParameterizedTest(name = "{0} is looked at again in minute {1}")
    @CsvSource({"running, 5", "warned 0.5, 8", "warned 0.8, 10", "breached, 15", "breached rung 1, 20"})
    void a_clock_is_looked_at_when_its_next_warning_its_due_time_or_its_next_rung_comes(String state, int minute) {
        // When / Then
        assertThat(status(state).nextAt()).hasValue(minute(minute));
    }

    @ParameterizedTest(name = "{0} is left alone")
    @CsvSource({"not started", "paused@6", "met@9", "breached rung 2", "cancelled@3"})
    void time_alone_changes_nothing_for_others(String state) {
        // When / Then
        assertThat(status(state).nextAt()).isEmpty();
    }

    private static ClockStatus status(String text) {
        return text.startsWith("met@") ? new ClockStatus.Met(PROMISE, minute(after('@', text))) : STATES.get(text);
    }

    private static ClockSignal signal(String text) {
        return switch (text.replaceAll("@.*", "")) {
            case "offered" -> new ClockSignal.Owed(PROMISE);
            case "paused" -> new ClockSignal.Paused(minute(after('@', text)));
            case "resumed" -> moved(text, MoveReason.RESUMED);
            case "agreement" -> moved(text, MoveReason.AGREEMENT);
            case "answered" -> new ClockSignal.Answered(PROMISE, minute(after('@', text)));
            case "expired" ->
                new ClockSignal.Ended(PROMISE, minute(after('@', text)), CancelReason.OFFER_ENDED_BEFORE_DUE);
            case "time" -> new ClockSignal.TimePassed();
            default -> throw new IllegalArgumentException(text);
        };
    }

    private static ClockSignal moved(String text, MoveReason reason) {
        return new ClockSignal.Moved(LONGER, minute(after('@', text)), reason, "why");
    }

    private static List<ClockOutcome> outcomes(String text) {
        return text == null
                ? List.of()
                : Arrays.stream(text.split(", ")).map(ClockRulesTest::outcome).collect(Collectors.toList());
    }

    private static ClockOutcome outcome(String text) {
        Instant at = minute(after('@', text.replaceAll(" .*", "")));
        String last = text.replaceAll(".* ", "");
        return switch (text.replaceAll("@.*", "")) {
            case "started" -> new ClockOutcome.Started(at);
            case "escalate" -> new ClockOutcome.Escalated(at, "escalate", 1);
            case "reassign" -> new ClockOutcome.Escalated(at, "reassign", 2);
            case "moved" ->
                new ClockOutcome.Moved(
                        at,
                        MoveReason.valueOf(last.toUpperCase(Locale.ROOT)),
                        minute(10),
                        last.equals("paused") ? "Paused; the time that is left runs from when it is resumed." : "why");
            case "warned" -> new ClockOutcome.Warned(at, Double.parseDouble(last));
            case "met" -> new ClockOutcome.Met(at);
            case "breached" -> new ClockOutcome.Breached(at, Duration.ofMinutes(Integer.parseInt(last)));
            case "corrected" -> new ClockOutcome.Corrected(at);
            case "cancelled" -> new ClockOutcome.Cancelled(at, CancelReason.OFFER_ENDED_BEFORE_DUE);
            default -> throw new IllegalArgumentException(text);
        };
    }

    private static int after(char mark, String text) {
        return Integer.parseInt(text.substring(text.indexOf(mark) + 1));
    }

    private static Instant minute(int minute) {
        return OFFERED.plus(Duration.ofMinutes(minute));
    }
}
