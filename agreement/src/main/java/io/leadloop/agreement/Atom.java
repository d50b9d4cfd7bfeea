package io.leadloop.agreement;

import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A comparison of something of the lead with what is written.
 *
 * @param expressionId where it stands
 * @param subject for example {@code lead.employees} or {@code activities.count('page_view')}
 * @param operator {@code ==}, {@code !=}, {@code <}, {@code <=}, {@code >}, {@code >=}, {@code in} or {@code not in}
 * @param literals one, several for {@code in}; numbers as {@link Double}, else {@link String} or {@link Boolean}
 */
record Atom(long expressionId, String subject, String operator, List<Object> literals) {

    private static final Map<String, String> OPERATORS =
            Map.of("_==_", "==", "_!=_", "!=", "_<_", "<", "_<=_", "<=", "_>_", ">", "_>=_", ">=", "@in", "in");
    private static final Map<String, String> OPPOSITE =
            Map.of("==", "!=", "!=", "==", "<", ">=", ">=", "<", ">", "<=", "<=", ">", "in", "not in", "not in", "in");
    private static final Map<String, String> TURNED =
            Map.of("==", "==", "!=", "!=", "<", ">", ">", "<", "<=", ">=", ">=", "<=");

    /** Empty for what is no such comparison. */
    static Optional<Atom> of(CelExpr expression) {
        Optional<String> self = subject(expression);
        if (self.isPresent()) {
            return Optional.of(new Atom(expression.id(), self.get(), "==", List.of(true)));
        }
        if (expression.getKind() != CelExpr.ExprKind.Kind.CALL
                || !OPERATORS.containsKey(expression.call().function())) {
            return Optional.empty();
        }
        String operator = OPERATORS.get(expression.call().function());
        CelExpr left = expression.call().args().getFirst();
        CelExpr right = expression.call().args().getLast();
        Optional<String> subject = subject(left);
        if (subject.isPresent()) {
            return literals(right, operator).map(all -> new Atom(left.id(), subject.get(), operator, all));
        }
        return operator.equals("in")
                ? Optional.empty()
                : subject(right)
                        .flatMap(name -> literals(left, operator)
                                .map(all -> new Atom(right.id(), name, TURNED.get(operator), all)));
    }

    Atom negated() {
        return new Atom(expressionId, subject, OPPOSITE.get(operator), literals);
    }

    /** A field of the lead or its touches, or a count of activities. */
    private static Optional<String> subject(CelExpr expression) {
        return switch (expression.getKind()) {
            case IDENT -> Optional.of(expression.ident().name());
            case SELECT ->
                subject(expression.select().operand())
                        .map(of -> of + "." + expression.select().field());
            case CALL ->
                ActivityCalls.isOne(expression)
                        ? Optional.of("activities.count("
                                + expression.call().args().stream()
                                        .map(argument -> literal(argument)
                                                .map(text -> "'" + text + "'")
                                                .orElse(""))
                                        .collect(Collectors.joining(", "))
                                + ")")
                        : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static Optional<List<Object>> literals(CelExpr expression, String operator) {
        if (!operator.equals("in")) {
            return literal(expression).map(List::of);
        }
        if (expression.getKind() != CelExpr.ExprKind.Kind.LIST) {
            return Optional.empty();
        }
        List<Object> all = expression.list().elements().stream()
                .flatMap(element -> literal(element).stream())
                .toList();
        return all.size() == expression.list().elements().size() ? Optional.of(all) : Optional.empty();
    }

    static Optional<Object> literal(CelExpr expression) {
        if (expression.getKind() != CelExpr.ExprKind.Kind.CONSTANT) {
            return Optional.empty();
        }
        CelConstant constant = expression.constant();
        return switch (constant.getKind()) {
            case INT64_VALUE -> Optional.of((double) constant.int64Value());
            case DOUBLE_VALUE -> Optional.of(constant.doubleValue());
            case STRING_VALUE -> Optional.of(constant.stringValue());
            case BOOLEAN_VALUE -> Optional.of(constant.booleanValue());
            default -> Optional.empty();
        };
    }
}
