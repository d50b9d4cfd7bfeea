package io.leadloop.reporting.reconciliation;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import io.leadloop.reconciliation.OwnBooks;
import java.util.List;
import java.util.Objects;

/**
 * All services compared.
 *
 * @param accepted leads that lead-intake has accepted; absent while it is silent
 * @param balanced whether every equation is; absent while a service is silent and the rest is balanced
 * @param silent services that did not answer
 * @param services what each says of itself
 */
@JsonInclude(Include.NON_NULL)
public record Reconciliation(
        Long accepted, Boolean balanced, List<String> silent, List<EquationAnswer> equations, List<OwnBooks> services) {

    static Reconciliation of(List<EquationAnswer> equations, List<OwnBooks> services, List<String> silent) {
        Boolean balanced = equations.stream()
                .map(EquationAnswer::balanced)
                .filter(Objects::nonNull)
                .allMatch(Boolean::booleanValue);
        boolean known = equations.stream().allMatch(equation -> equation.balanced() != null);
        return new Reconciliation(
                accepted(services), balanced && !known ? null : balanced, silent, equations, services);
    }

    private static Long accepted(List<OwnBooks> services) {
        return services.stream()
                .filter(books -> books.service().equals("lead-intake"))
                .flatMap(books -> books.accounts().stream())
                .filter(account -> account.account().equals("leads"))
                .map(account -> account.entries())
                .findFirst()
                .orElse(null);
    }
}
