package io.leadloop.sla.clock;

import io.leadloop.agreement.Whose;
import io.leadloop.events.Clock;
import io.leadloop.events.ClockState;
import io.leadloop.events.EventJson;
import io.leadloop.sla.clock.rules.ClockStatus;
import io.leadloop.sla.clock.rules.Heard;
import io.leadloop.sla.clock.rules.Promise;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
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

    @Column(name = "subject_id")
    public UUID subjectId;

    public String kind;
    public int turn = 1;
    public String within = "";
    public String calendar = "";

    @Column(name = "rep_zone")
    public String repZone;

    public String country;
    public String pauses = "[]";
    public String attempts = "[]";
    public String ladder = "[]";
    public int rungs;

    @Column(name = "paused_at")
    public Instant pausedAt;

    @Column(name = "step_set_at")
    public Instant stepSetAt;

    ClockStatus status() {
        return switch (state) {
            case null -> new ClockStatus.NotStarted();
            case "running" -> new ClockStatus.Running(promise());
            case "warned" -> new ClockStatus.Warned(promise(), warnedShare);
            case "paused" -> new ClockStatus.Paused(promise(), pausedAt, warnedShare == null ? 0 : warnedShare);
            case "met" -> new ClockStatus.Met(promise(), endedAt);
            case "breached" -> new ClockStatus.Breached(promise(), rungs);
            case "cancelled" -> new ClockStatus.Cancelled(promise(), endedAt);
            default -> throw new IllegalStateException("Clock " + clockId + " has the unknown state " + state);
        };
    }

    void become(ClockStatus status) {
        nextAt = status.nextAt().orElse(null);
        switch (status) {
            case ClockStatus.NotStarted notStarted -> {}
            case ClockStatus.Running running -> open("running", running);
            case ClockStatus.Warned warned -> open("warned", warned);
            case ClockStatus.Paused paused -> {
                open("paused", paused);
                pausedAt = paused.since();
            }
            case ClockStatus.Met met -> ended("met", met);
            case ClockStatus.Breached breached -> {
                ended("breached", breached);
                rungs = breached.rungs();
            }
            case ClockStatus.Cancelled cancelled -> ended("cancelled", cancelled);
        }
    }

    Whose whose() {
        return Whose.of(repId, repZone, teamId, country);
    }

    Heard heard() {
        return new Heard(
                JsonLists.attempts(attempts),
                JsonLists.pauses(pauses),
                Optional.ofNullable(startedAt),
                Optional.ofNullable(stepSetAt));
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
        warnedShare = open.share() > 0 ? (Double) open.share() : null;
        endedAt = null;
        rungs = 0;
    }

    private void ended(String name, ClockStatus.Ended ended) {
        keep(name, ended.promise());
        endedAt = ended.endedAt();
    }

    private void keep(String name, Promise promise) {
        state = name;
        startedAt = promise.startedAt();
        dueAt = promise.dueAt();
        warnings = EventJson.write(promise.warnings());
        ladder = EventJson.write(promise.ladder());
        pausedAt = null;
    }

    Promise promise() {
        return new Promise(startedAt, dueAt, JsonLists.warnings(warnings), JsonLists.rungs(ladder));
    }
}
