package io.leadloop.agreement;

import dev.cel.bundle.Cel;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.navigation.CelNavigableAst;
import dev.cel.common.types.CelType;
import dev.cel.common.types.OpaqueType;
import dev.cel.common.types.SimpleType;
import dev.cel.runtime.CelFunctionBinding;
import dev.cel.validator.CelAstValidator;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * {@code activities.count('pricing_view')} and {@code activities.count('pricing_view', 'P7D')}. Type and time are written in the
 * condition, so that it can be told when the draft is saved whether they make sense, and at any time when the answer is to change.
 */
final class ActivityCalls implements CelAstValidator {

    static final String WORD = "activities";
    static final CelType TYPE = OpaqueType.create("activities");
    private static final String COUNT = "count";
    private static final String EVER = "activities_count";
    private static final String WITHIN = "activities_count_within";

    /** What a condition asks. @param within empty: ever */
    record Asked(String type, Optional<Duration> within) {}

    static CelFunctionDecl declaration() {
        return CelFunctionDecl.newFunctionDeclaration(
                COUNT,
                CelOverloadDecl.newMemberOverload(EVER, SimpleType.INT, TYPE, SimpleType.STRING),
                CelOverloadDecl.newMemberOverload(WITHIN, SimpleType.INT, TYPE, SimpleType.STRING, SimpleType.STRING));
    }

    static Set<CelFunctionBinding> bindings() {
        return CelFunctionBinding.fromOverloads(
                COUNT,
                CelFunctionBinding.from(EVER, ActivityCounts.class, String.class, ActivityCounts::count),
                CelFunctionBinding.from(
                        WITHIN,
                        List.of(ActivityCounts.class, String.class, String.class),
                        args -> ((ActivityCounts) args[0]).count((String) args[1], (String) args[2])));
    }

    /** All that a checked condition asks of activities. */
    static List<Asked> in(CelAbstractSyntaxTree ast) {
        return calls(CelNavigableAst.fromAst(ast))
                .map(CelExpr::call)
                .map(call -> new Asked(
                        text(call.args().getFirst()).orElse(""),
                        call.args().size() < 2
                                ? Optional.empty()
                                : text(call.args().getLast()).flatMap(ActivityCounts::window)))
                .toList();
    }

    /** Whether an expression is one of these calls. */
    static boolean isOne(CelExpr expression) {
        return expression.getKind() == CelExpr.ExprKind.Kind.CALL
                && expression.call().function().equals(COUNT)
                && expression.call().target().isPresent();
    }

    @Override
    public void validate(CelNavigableAst ast, Cel cel, IssuesFactory issues) {
        calls(ast).forEach(expression -> {
            List<CelExpr> args = expression.call().args();
            if (text(args.getFirst()).isEmpty()) {
                issues.addError(args.getFirst().id(), "Write the type of activity itself in quotes.");
            }
            if (args.size() > 1
                    && text(args.getLast()).flatMap(ActivityCounts::window).isEmpty()) {
                issues.addError(
                        args.getLast().id(), "Write the time as an ISO 8601 duration above zero in quotes, as 'P7D'.");
            }
        });
    }

    private static Stream<CelExpr> calls(CelNavigableAst ast) {
        return ast.getRoot().allNodes().map(node -> node.expr()).filter(ActivityCalls::isOne);
    }

    private static Optional<String> text(CelExpr expression) {
        return expression.getKind() == CelExpr.ExprKind.Kind.CONSTANT
                        && expression.constant().getKind() == CelConstant.Kind.STRING_VALUE
                ? Optional.of(expression.constant().stringValue())
                : Optional.empty();
    }
}
