package io.leadloop.reporting.web.others;

import io.leadloop.events.Clock;
import io.leadloop.events.Profile;
import java.util.List;

/** All that the other services said of one lead to this user. */
public record Dossier(
        Part<Profile> person,
        Part<Answers.Score> score,
        Part<List<Answers.ScoreChange>> scoreHistory,
        Part<List<Answers.Handoff>> handoffs,
        Part<List<Clock>> clocks) {}
