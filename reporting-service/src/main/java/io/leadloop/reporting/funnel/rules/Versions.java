package io.leadloop.reporting.funnel.rules;

import io.leadloop.events.ActivityEvent;
import io.leadloop.events.ClosedLoopEvent;
import io.leadloop.events.HandoffEvent;
import io.leadloop.events.LeadEvent;
import io.leadloop.events.LeadKeyed;
import io.leadloop.events.ScoreEvent;
import io.leadloop.events.SlaEvent;

/**
 * The newest version seen on each topic that changes a lead's row. Order holds per topic and lead only, so each topic is
 * judged alone; activities and clocks change no row and need no version.
 */
public record Versions(long leads, long scores, long handoffs, long closedLoop) {

    public static final Versions NONE = new Versions(0, 0, 0, 0);

    boolean isNews(LeadKeyed event) {
        return switch (event) {
            case LeadEvent e -> e.leadVersion() > leads;
            case ScoreEvent e -> e.leadVersion() > scores;
            case HandoffEvent e -> e.leadVersion() > handoffs;
            case ClosedLoopEvent e -> e.leadVersion() > closedLoop;
            case ActivityEvent unused -> false;
            case SlaEvent unused -> false;
        };
    }

    Versions seen(LeadKeyed event) {
        return switch (event) {
            case LeadEvent e -> new Versions(e.leadVersion(), scores, handoffs, closedLoop);
            case ScoreEvent e -> new Versions(leads, e.leadVersion(), handoffs, closedLoop);
            case HandoffEvent e -> new Versions(leads, scores, e.leadVersion(), closedLoop);
            case ClosedLoopEvent e -> new Versions(leads, scores, handoffs, e.leadVersion());
            case ActivityEvent unused -> this;
            case SlaEvent unused -> this;
        };
    }
}
