package io.leadloop.reporting.reconciliation;

import io.leadloop.http.Cursor;
import io.leadloop.http.Page;
import io.leadloop.http.PageRequest;
import io.leadloop.http.ProblemException;
import io.leadloop.reconciliation.OwnBooks;
import io.leadloop.reconciliation.rules.Entry;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Asks everybody for the own books, then compares them pair by pair; who does not answer is left out. */
@ApplicationScoped
public class CompareServices {
    private final AllBooks books;
    private final CompareAccount compareAccount;

    CompareServices(AllBooks books, CompareAccount compareAccount) {
        this.books = books;
        this.compareAccount = compareAccount;
    }

    public Uni<Reconciliation> all(String authorization) {
        return Uni.join()
                .all(AllBooks.SERVICES.stream()
                        .map(service -> optional(books.of(service, authorization)))
                        .toList())
                .andFailFast()
                .chain(answers -> {
                    Map<String, OwnBooks> told = answers.stream()
                            .flatMap(Optional::stream)
                            .collect(Collectors.toMap(OwnBooks::service, Function.identity()));
                    return Multi.createFrom()
                            .items(EquationOf.values())
                            .onItem()
                            .transformToUniAndConcatenate(which -> compare(which, told, authorization))
                            .collect()
                            .asList()
                            .map(equations -> summed(equations, told));
                });
    }

    private Uni<EquationAnswer> compare(EquationOf which, Map<String, OwnBooks> told, String authorization) {
        List<String> silent = Stream.of(which.teller(), which.hearer())
                .filter(service -> !told.containsKey(service))
                .toList();
        if (!silent.isEmpty()) {
            return Uni.createFrom().item(EquationAnswer.silent(which, silent));
        }
        int buckets = CompareAccount.buckets(told.get(which.teller()), which.account());
        return compareAccount
                .equation(which, buckets, authorization)
                .map(equation -> EquationAnswer.of(which, equation))
                .onFailure(NoAnswer.class)
                .recoverWithItem(failure -> EquationAnswer.silent(which, List.of(((NoAnswer) failure).service())));
    }

    private static Reconciliation summed(List<EquationAnswer> equations, Map<String, OwnBooks> told) {
        List<String> silent = AllBooks.SERVICES.stream()
                .filter(service -> !told.containsKey(service)
                        || equations.stream()
                                .anyMatch(equation -> equation.silent().contains(service)))
                .toList();
        return Reconciliation.of(
                equations,
                AllBooks.SERVICES.stream()
                        .filter(told::containsKey)
                        .map(told::get)
                        .toList(),
                silent);
    }

    /** The differences of one equation, in the order of their buckets. */
    public Uni<Page<DifferenceAnswer>> differences(
            EquationOf which, Optional<String> kind, PageRequest page, String authorization) {
        Uni<DifferencePlace> start = page.from()
                .map(cursor -> Uni.createFrom().item(DifferencePlace.of(cursor)))
                .orElseGet(() -> books.of(which.teller(), authorization)
                        .map(own -> DifferencePlace.start(CompareAccount.buckets(own, which.account()))));
        return start.chain(from -> compareAccount
                .differences(which, kind, from, page.limit() + 1, authorization)
                .map(found -> Page.of(
                        new ArrayList<>(found),
                        page.limit(),
                        last -> new Cursor(Instant.EPOCH, from.after(last).text()),
                        DifferenceAnswer::of)));
    }

    /** The entries that a service counts, newest first. */
    public Uni<Page<Entry>> ids(String service, String account, String state, String cursor, String authorization) {
        if (!AllBooks.SERVICES.contains(service)) {
            throw ProblemException.notFound("There is no service " + service + ".");
        }
        return books.ids(service, account, state, cursor, authorization);
    }

    private static <T> Uni<Optional<T>> optional(Uni<T> answer) {
        return answer.map(Optional::of).onFailure(NoAnswer.class).recoverWithItem(Optional.empty());
    }
}
