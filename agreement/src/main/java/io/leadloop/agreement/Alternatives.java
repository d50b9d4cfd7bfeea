package io.leadloop.agreement;

import dev.cel.common.ast.CelExpr;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A condition as alternatives, of which each is a list of comparisons that must all hold (its disjunctive normal form). What is not
 * understood is left out of a list: it may hold.
 */
final class Alternatives {

    private static final int MOST = 256;
    private static final List<List<Atom>> ALWAYS = List.of(List.of());
    private static final List<List<Atom>> NEVER = List.of();

    private Alternatives() {}

    /** No alternatives: it cannot hold. Empty: too many to tell. */
    static Optional<List<List<Atom>>> of(CelExpr expression) {
        List<List<Atom>> found = of(expression, true);
        return found.size() > MOST ? Optional.empty() : Optional.of(found);
    }

    private static List<List<Atom>> of(CelExpr expression, boolean wanted) {
        Optional<Object> constant = Atom.literal(expression);
        if (constant.isPresent()) {
            return constant.get().equals(wanted) ? ALWAYS : NEVER;
        }
        String function = expression.getKind() == CelExpr.ExprKind.Kind.CALL
                ? expression.call().function()
                : "";
        return switch (function) {
            case "!_" -> of(expression.call().args().getFirst(), !wanted);
            case "_&&_" -> wanted ? all(expression, true) : any(expression, false);
            case "_||_" -> wanted ? any(expression, true) : all(expression, false);
            default ->
                ofConstants(expression)
                        .map(holds -> holds == wanted ? ALWAYS : NEVER)
                        .orElseGet(() -> Atom.of(expression)
                                .map(atom -> List.of(List.of(wanted ? atom : atom.negated())))
                                .orElse(ALWAYS));
        };
    }

    /** {@code 1 > 2} needs no lead. */
    private static Optional<Boolean> ofConstants(CelExpr expression) {
        if (expression.getKind() != CelExpr.ExprKind.Kind.CALL
                || expression.call().args().size() != 2) {
            return Optional.empty();
        }
        Optional<Object> left = Atom.literal(expression.call().args().getFirst());
        Optional<Object> right = Atom.literal(expression.call().args().getLast());
        if (left.isEmpty() || right.isEmpty()) {
            return Optional.empty();
        }
        int order = left.get() instanceof Double one && right.get() instanceof Double other
                ? one.compareTo(other)
                : left.get().toString().compareTo(right.get().toString());
        return switch (expression.call().function()) {
            case "_==_" -> Optional.of(order == 0);
            case "_!=_" -> Optional.of(order != 0);
            case "_<_" -> Optional.of(order < 0);
            case "_<=_" -> Optional.of(order <= 0);
            case "_>_" -> Optional.of(order > 0);
            case "_>=_" -> Optional.of(order >= 0);
            default -> Optional.empty();
        };
    }

    private static List<List<Atom>> any(CelExpr expression, boolean wanted) {
        List<List<Atom>> both = new ArrayList<>();
        expression.call().args().forEach(part -> both.addAll(of(part, wanted)));
        return both.size() > MOST ? both.subList(0, MOST + 1) : both;
    }

    private static List<List<Atom>> all(CelExpr expression, boolean wanted) {
        List<List<Atom>> together = ALWAYS;
        for (CelExpr part : expression.call().args()) {
            List<List<Atom>> products = new ArrayList<>();
            for (List<Atom> one : together) {
                for (List<Atom> another : of(part, wanted)) {
                    if (products.size() <= MOST) {
                        List<Atom> product = new ArrayList<>(one);
                        product.addAll(another);
                        products.add(product);
                    }
                }
            }
            together = products;
        }
        return together;
    }
}
