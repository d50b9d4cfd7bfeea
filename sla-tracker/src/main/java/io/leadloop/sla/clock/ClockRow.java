package io.leadloop.sla.clock;

import com.fasterxml.jackson.core.type.TypeReference;
import io.leadloop.events.Clock;
import io.leadloop.events.ClockState;
import io.leadloop.events.EventJson;
import io.leadloop.sla.clock.rules.ClockStatus;
import io.leadloop.sla.clock.rules.Promise;
import io.leadloop.sla.clock.rules.Promise.Warning;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** A clock as it lies in the table, and the way to and from what the rules know. A new row has no state yet. */
@Entity
@Table(name = "clock")
class ClockRow {
    @Id
    @Column(name = "clock_id")
    public UUID clockId;

    public String clock;

    @Column(name = "handoff_id")
    public UUID handoffId;

    @Column(name = "lead_id")
    public UUID leadId;

    public int round;

    @Column(name = "rep_id")
    public String repId;

    @Column(name = "team_id")
    public String teamId;

    @Column(name = "manager_id")
    public String managerId;

    @Column(name = "agreement_version")
    public int agreementVersion;

    @Column(name = "on_breach")
    public String onBreach;

    public String state;

    @Column(name = "started_at")
    public Instant startedAt;

    @Column(name = "due_at")
    public Instant dueAt;

    public String warnings;

    @Column(name = "warned_share")
    public Double warnedShare;

    @Column(name = "ended_at")
    public Instant endedAt;

    @Column(name = "next_at")
    public Instant nextAt;

    ClockStatus status() {
        return switch (state) {
            case null -> new ClockStatus.NotStarted();
            case "running" -> new ClockStatus.Running(promise());
            case "warned" -> new ClockStatus.Warned(promise(), warnedShare);
            case "met" -> new ClockStatus.Met(promise(), endedAt);
            case "breached" -> new ClockStatus.Breached(promise());
            case "cancelled" -> new ClockStatus.Cancelled(promise(), endedAt);
            default -> throw new IllegalStateException("Clock " + clockId + " has the unknown state " + state);
        };
    }

    void become(ClockStatus status) {
        switch (status) {
            case ClockStatus.NotStarted notStarted -> {}
            case ClockStatus.Running running -> open("running", running);
            case ClockStatus.Warned warned -> {
                open("warned", warned);
                warnedShare = warned.share();
            }
            case ClockStatus.Met met -> ended("met", met);
            case ClockStatus.Breached breached -> ended("breached", breached);
            case ClockStatus.Cancelled cancelled -> ended("cancelled", cancelled);
        }
    }

    /** As events and HTTP tell it. */
    Clock asTold() {
        ClockState told = ClockState.valueOf(state.toUpperCase(Locale.ROOT));
        return new Clock(
                clockId, clock, leadId, handoffId, round, repId, teamId, managerId, told, startedAt, dueAt, endedAt,
                onBreach);
    }

    private void open(String name, ClockStatus.Open open) {
        keep(name, open.promise());
        nextAt = open.nextAt();
        endedAt = null;
    }

    private void ended(String name, ClockStatus.Ended ended) {
        keep(name, ended.promise());
        nextAt = null;
        endedAt = ended.endedAt();
    }

    private void keep(String name, Promise promise) {
        state = name;
        startedAt = promise.startedAt();
        dueAt = promise.dueAt();
        warnings = EventJson.write(promise.warnings());
    }

    private Promise promise() {
        return new Promise(startedAt, dueAt, warningsOf(warnings));
    }

    private static List<Warning> warningsOf(String json) {
        try {
            return WarningsJson.READER.readValue(json);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static final class WarningsJson {
        static final com.fasterxml.jackson.databind.ObjectReader READER =
                EventJson.mapper().readerFor(new TypeReference<List<Warning>>() {});
    }
}
