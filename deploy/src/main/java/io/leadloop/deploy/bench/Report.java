package io.leadloop.deploy.bench;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The figures, as they come: a line each, and in the end all of them as a table for a README. */
public final class Report {
    private final PrintWriter out;
    private final List<String[]> figures = new ArrayList<>();

    public Report(PrintWriter out) {
        this.out = out;
    }

    /** What happens now. */
    void step(String text, Object... values) {
        out.println("... " + String.format(Locale.ROOT, text, values));
        out.flush();
    }

    void figure(String what, String text, Object... values) {
        String value = String.format(Locale.ROOT, text, values);
        figures.add(new String[] {what, value});
        out.printf("%-58s %s%n", what, value);
        out.flush();
    }

    public void printTable() {
        out.println();
        out.println("| | |");
        out.println("|---|---|");
        figures.forEach(figure -> out.printf("| %s | %s |%n", figure[0], figure[1]));
        out.flush();
    }
}
