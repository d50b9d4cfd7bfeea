package io.leadloop.reporting.web;

import java.util.List;

/**
 * The reconciliation page.
 *
 * @param verdict one sentence for who reads nothing else
 * @param mark balanced, differs or unknown
 */
public record ReconciliationView(String verdict, String mark, List<Line> lines, List<Service> services) {

    /**
     * One equation.
     *
     * @param parts what the number consists of, in words and numbers
     * @param note why there are no numbers, or empty
     */
    public record Line(
            String says, String teller, String hearer, String told, List<Term> parts, String mark, String note) {}

    /**
     * A number with what it counts.
     *
     * @param address of the ids behind it, or empty
     * @param wrong whether somebody has to look
     */
    public record Term(String number, String name, String address, boolean wrong) {}

    /** @param deadLetters that wait there */
    public record Service(String name, String deadLetters, List<Term> accounts) {}
}
