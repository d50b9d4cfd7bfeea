package io.leadloop.reporting.web;

import io.leadloop.reconciliation.AccountSummary;
import io.leadloop.reconciliation.OwnBooks;
import io.leadloop.reporting.reconciliation.EquationAnswer;
import io.leadloop.reporting.reconciliation.Reconciliation;
import io.leadloop.reporting.web.ReconciliationView.Line;
import io.leadloop.reporting.web.ReconciliationView.Service;
import io.leadloop.reporting.web.ReconciliationView.Term;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** The comparison of all services as people read it: each row an equation, what is wrong first in its words. */
final class ReconciliationPage {
    static final String BALANCED = "balanced";
    static final String DIFFERS = "differs";
    static final String UNKNOWN = "unknown";

    private ReconciliationPage() {}

    static ReconciliationView view(Reconciliation found) {
        return new ReconciliationView(
                verdict(found),
                mark(found.balanced()),
                found.equations().stream().map(ReconciliationPage::line).toList(),
                found.services().stream().map(ReconciliationPage::service).toList());
    }

    private static String verdict(Reconciliation found) {
        if (found.balanced() == null) {
            return "Not known: " + String.join(", ", found.silent()) + " does not answer. What answers is balanced.";
        }
        return found.balanced()
                ? "Everything balances: every accepted lead is where it belongs."
                : "Not balanced. The numbers marked below lead to the ids that one service has and another has not.";
    }

    private static String mark(Boolean balanced) {
        return balanced == null ? UNKNOWN : balanced ? BALANCED : DIFFERS;
    }

    private static Line line(EquationAnswer equation) {
        if (equation.told() == null) {
            return new Line(
                    equation.says(),
                    equation.teller(),
                    equation.hearer(),
                    Wording.NOTHING,
                    List.of(),
                    UNKNOWN,
                    String.join(" and ", equation.silent()) + " does not answer right now.");
        }
        return new Line(
                equation.says(),
                equation.teller(),
                equation.hearer(),
                Wording.count(equation.told()),
                parts(equation),
                mark(equation.balanced()),
                "");
    }

    private static List<Term> parts(EquationAnswer equation) {
        List<Term> parts = new ArrayList<>();
        equation.states().entrySet().stream()
                .filter(state -> state.getValue() > 0)
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .forEach(state -> parts.add(new Term(
                        Wording.count(state.getValue()),
                        Wording.words(state.getKey()),
                        account(equation.hearer(), equation.account(), state.getKey()),
                        false)));
        add(parts, equation, equation.quarantined(), "quarantined", false);
        add(parts, equation, equation.inFlight(), "in-flight", false);
        add(parts, equation, equation.missing(), "missing", true);
        add(parts, equation, equation.different(), "different", true);
        if (equation.notCompared() > 0) {
            parts.add(new Term(Wording.count(equation.notCompared()), "not compared: too many differ", "", true));
        }
        if (parts.isEmpty()) {
            parts.add(new Term("0", "", "", false));
        }
        add(parts, equation, equation.unknown(), "unknown", true);
        return parts;
    }

    private static void add(List<Term> parts, EquationAnswer equation, long count, String kind, boolean wrong) {
        if (count > 0) {
            String name = kind.equals("unknown") ? "unknown to " + equation.teller() : kind.replace('-', ' ');
            parts.add(new Term(Wording.count(count), name, differences(equation.equation(), kind), wrong));
        }
    }

    private static Service service(OwnBooks books) {
        return new Service(
                books.service(),
                Wording.count(books.deadLetters()),
                books.accounts().stream()
                        .map(account -> term(books.service(), account))
                        .toList());
    }

    private static Term term(String service, AccountSummary account) {
        return new Term(
                Wording.count(account.entries()),
                account.account() + ": " + account.meaning(),
                account(service, account.account(), ""),
                false);
    }

    private static String differences(String equation, String kind) {
        return "/reconciliation/equations/" + equation + "?kind=" + kind;
    }

    private static String account(String service, String account, String state) {
        return "/reconciliation/accounts/" + service + "/" + account + (state.isEmpty() ? "" : "?state=" + state);
    }
}
