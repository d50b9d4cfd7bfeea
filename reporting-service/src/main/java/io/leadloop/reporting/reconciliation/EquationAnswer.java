package io.leadloop.reporting.reconciliation;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import io.leadloop.reconciliation.rules.Equation;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One equation: {@code told = all states + quarantined + inFlight + missing + different + notCompared}.
 *
 * @param equation its id, for the list of differences
 * @param account what both sides keep
 * @param balanced absent while a service is silent
 * @param silent services that did not answer; then there are no numbers
 * @param differences the first of them
 */
@JsonInclude(Include.NON_NULL)
@Schema(
        description =
                "What one service told and what another has of it: told = states + quarantined + inFlight + missing"
                        + " + different + notCompared. unknown is what only the hearer has.")
public record EquationAnswer(
        String equation,
        String says,
        String account,
        String teller,
        String hearer,
        Boolean balanced,
        List<String> silent,
        Long told,
        Map<String, Long> states,
        Long quarantined,
        Long inFlight,
        Long missing,
        Long different,
        Long notCompared,
        Long unknown,
        List<DifferenceAnswer> differences) {

    static EquationAnswer of(EquationOf which, Equation equation) {
        Map<String, Long> states = new TreeMap<>(equation.states());
        if (which.isOfAcceptedLeads()) {
            List.of("open", "closed", "merged", "erased").forEach(state -> states.putIfAbsent(state, 0L));
        }
        return new EquationAnswer(
                which.id(),
                which.says(),
                which.account(),
                which.teller(),
                which.hearer(),
                equation.isBalanced(),
                List.of(),
                equation.told(),
                states,
                equation.quarantined(),
                equation.inFlight(),
                equation.missing(),
                equation.different(),
                equation.notCompared(),
                equation.unknown(),
                equation.differences().stream().map(DifferenceAnswer::of).toList());
    }

    static EquationAnswer silent(EquationOf which, List<String> silent) {
        return new EquationAnswer(
                which.id(),
                which.says(),
                which.account(),
                which.teller(),
                which.hearer(),
                null,
                silent,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }
}
