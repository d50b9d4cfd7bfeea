package io.leadloop.agreement;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/**
 * The agreement's conditions: CEL expressions over a lead, compiled once per version and safe to share between threads. CEL is
 * typed, has no side effects and always ends, so people may write their own without endangering the service.
 *
 * <ul>
 *   <li>The words are those of {@link Vocabulary}; the README of this module lists them.
 *   <li>A condition that fails for a lead does not hold; it is returned as {@link Verdict.Failed} and counted.
 * </ul>
 */
public final class Conditions {

    /** The condition that holds for every lead. */
    public static final String ALWAYS = "true";

    private static final CelOptions OPTIONS =
            CelOptions.current().enableRegexPartialMatch(true).build();
    private static final CelCompiler COMPILER = compiler();
    private static final CelRuntime RUNTIME =
            CelRuntimeFactory.standardCelRuntimeBuilder().setOptions(OPTIONS).build();

    private final Map<String, Condition> byText;

    private Conditions(Map<String, Condition> byText) {
        this.byText = Map.copyOf(byText);
    }

    /** @throws IllegalArgumentException if one is no condition; {@link Agreement#read} explains which and why */
    static Conditions compile(Collection<String> texts) {
        Map<String, Condition> compiled = new HashMap<>();
        for (String text : texts) {
            try {
                compiled.put(text, new Condition(program(text), new LongAdder()));
            } catch (CelValidationException refused) {
                throw new IllegalArgumentException("Not a condition: " + text, refused);
            }
        }
        return new Conditions(compiled);
    }

    static CelAbstractSyntaxTree check(String text) throws CelValidationException {
        return COMPILER.compile(text).getAst();
    }

    /** Whether a condition of this agreement holds for a lead. */
    public boolean holds(String condition, LeadFacts lead) {
        return verdict(condition, lead).holds();
    }

    /** @throws IllegalArgumentException if the text is no condition of this agreement */
    public Verdict verdict(String condition, LeadFacts lead) {
        if (condition.equals(ALWAYS)) {
            return Verdict.HOLDS;
        }
        Condition compiled = byText.get(condition);
        if (compiled == null) {
            throw new IllegalArgumentException("Not a condition of this agreement: " + condition);
        }
        return compiled.verdict(lead);
    }

    /** How often each condition failed since this version was compiled; those that never did are left out. */
    public Map<String, Long> failures() {
        Map<String, Long> failed = new HashMap<>();
        byText.forEach((text, condition) -> {
            long times = condition.failures().sum();
            if (times > 0) {
                failed.put(text, times);
            }
        });
        return failed;
    }

    private static CelRuntime.Program program(String text) throws CelValidationException {
        try {
            return RUNTIME.createProgram(check(text));
        } catch (CelEvaluationException impossible) {
            throw new IllegalStateException("A checked condition has no program: " + text, impossible);
        }
    }

    private static CelCompiler compiler() {
        CelCompilerBuilder builder = CelCompilerFactory.standardCelCompilerBuilder()
                .setOptions(OPTIONS)
                .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
                .setResultType(SimpleType.BOOL);
        Vocabulary.WORDS.forEach(word -> builder.addVar(word.name(), word.type()));
        return builder.build();
    }

    private record Condition(CelRuntime.Program program, LongAdder failures) {

        Verdict verdict(LeadFacts lead) {
            try {
                return Boolean.TRUE.equals(program.eval(lead.values())) ? Verdict.HOLDS : Verdict.DOES_NOT_HOLD;
            } catch (CelEvaluationException failed) {
                failures.increment();
                return new Verdict.Failed(failed.getErrorCode().name());
            }
        }
    }
}
