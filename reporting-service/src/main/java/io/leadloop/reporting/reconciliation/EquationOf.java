package io.leadloop.reporting.reconciliation;

import java.util.Arrays;
import java.util.Optional;

/** What is compared: who tells, who hears, and what must hold. */
public enum EquationOf {
    SCORED("leads", "lead-intake", "scoring-service", "Every accepted lead is scored"),
    KNOWN("leads", "lead-intake", "handoff-service", "Every accepted lead is known to hand-off (closed: by a rep)"),
    COUNTED("leads", "lead-intake", "reporting-service", "Every accepted lead is counted in the reports"),
    HANDED_OFF(
            "qualified", "scoring-service", "handoff-service", "Every qualified lead was offered to a rep, or waits"),
    CLOCKED("offers", "handoff-service", "sla-tracker", "Every offer has its clock, which ends with the answer"),
    SCORES_SHOWN("scores", "scoring-service", "reporting-service", "The reports show every lead's last score"),
    HANDOFFS_SHOWN("handoffs", "handoff-service", "reporting-service", "The reports show every lead's last hand-off"),
    OUTCOMES_KEPT("outcomes", "handoff-service", "lead-intake", "Intake knows every lead's last outcome"),
    OUTCOMES_LEARNED("outcomes", "handoff-service", "scoring-service", "Scoring knows every lead's last outcome"),
    OUTCOMES_SHOWN("outcomes", "handoff-service", "reporting-service", "The reports show every lead's last outcome");

    private final String account;
    private final String teller;
    private final String hearer;
    private final String says;

    EquationOf(String account, String teller, String hearer, String says) {
        this.account = account;
        this.teller = teller;
        this.hearer = hearer;
        this.says = says;
    }

    /** As addresses name it. */
    public String id() {
        return account + "-" + teller + "-" + hearer;
    }

    public static Optional<EquationOf> named(String id) {
        return Arrays.stream(values()).filter(one -> one.id().equals(id)).findFirst();
    }

    public String account() {
        return account;
    }

    public String teller() {
        return teller;
    }

    public String hearer() {
        return hearer;
    }

    public String says() {
        return says;
    }

    /** Whether it counts leads that were accepted, so that promise 10 is read off it. */
    public boolean isOfAcceptedLeads() {
        return account.equals("leads");
    }

    /** Sales may have more than Marketing has qualified just now: outcomes from files end leads on either side's book. */
    boolean isOneWay() {
        return this == HANDED_OFF;
    }
}
