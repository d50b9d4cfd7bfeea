package io.leadloop.agreement;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.cel.bundle.Cel;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.navigation.CelNavigableAst;
import dev.cel.runtime.CelFunctionBinding;
import dev.cel.validator.CelAstValidator;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The function {@code matches} with patterns that are checked when a draft is saved and compiled once: CEL would compile them
 * anew for every lead, which costs more than everything else in a condition. Patterns are RE2's, which cannot hang, and must be
 * written in the condition, never come from a lead.
 */
final class Patterns implements CelAstValidator {

    private static final String MATCHES = "matches";
    private static final Map<String, Pattern> COMPILED = new ConcurrentHashMap<>();

    /** In place of CEL's own; finds the pattern anywhere in the text. */
    static Set<CelFunctionBinding> bindings() {
        return CelFunctionBinding.fromOverloads(
                MATCHES,
                CelFunctionBinding.from(MATCHES, String.class, String.class, Patterns::find),
                CelFunctionBinding.from("matches_string", String.class, String.class, Patterns::find));
    }

    @Override
    public void validate(CelNavigableAst ast, Cel cel, IssuesFactory issues) {
        ast.getRoot()
                .allNodes()
                .filter(node -> node.getKind() == CelExpr.ExprKind.Kind.CALL
                        && node.expr().call().function().equals(MATCHES))
                .forEach(node -> check(node.expr().call().args().getLast(), issues));
    }

    private static void check(CelExpr pattern, IssuesFactory issues) {
        boolean literal = pattern.getKind() == CelExpr.ExprKind.Kind.CONSTANT
                && pattern.constant().getKind() == CelConstant.Kind.STRING_VALUE;
        if (!literal) {
            issues.addError(pattern.id(), "Write the pattern itself in quotes.");
            return;
        }
        try {
            Pattern unused = Pattern.compile(pattern.constant().stringValue());
        } catch (PatternSyntaxException broken) {
            issues.addError(pattern.id(), "The pattern is wrong: " + broken.getDescription() + ".");
        }
    }

    private static boolean find(String text, String pattern) {
        return compiled(pattern).matcher(text).find();
    }

    private static Pattern compiled(String pattern) {
        return COMPILED.computeIfAbsent(pattern, Pattern::compile);
    }
}
