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
import dev.cel.runtime.CelStandardFunctions;
import dev.cel.validator.CelValidator;
import dev.cel.validator.CelValidatorFactory;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;

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

    /** The planning runtime, three times as fast, knows no other way of comparing numbers. */
    private static final CelOptions OPTIONS = CelOptions.current()
            .enableRegexPartialMatch(true)
            .enableHeterogeneousNumericComparisons(true)
            .build();

    private static final CelCompiler COMPILER = compiler();
    private static final CelRuntime RUNTIME = CelRuntimeFactory.plannerRuntimeBuilder()
            .setOptions(OPTIONS)
            .setStandardFunctions(CelStandardFunctions.newBuilder()
                    .excludeFunctions(CelStandardFunctions.StandardFunction.MATCHES)
                    .build())
            .addFunctionBindings(Patterns.bindings())
            .addFunctionBindings(ActivityCalls.bindings())
            .build();
    private static final CelValidator VALIDATOR = CelValidatorFactory.standardCelValidatorBuilder(COMPILER, RUNTIME)
            .addAstValidators(new Patterns(), new ActivityCalls())
            .build();

    private final Map<String, Condition> byText;

    /** @param compiled by their text */
    Conditions(Map<String, CompiledCondition> compiled) {
        Map<String, Condition> conditions = new HashMap<>();
        compiled.forEach(
                (text, one) -> conditions.put(text, new Condition(one.program(), one.asked(), new LongAdder())));
        byText = Map.copyOf(conditions);
    }

    /** Checks words, types and patterns, so that what can be known when a draft is saved does not fail later. */
    static CompiledCondition compile(String text) throws CelValidationException {
        CelAbstractSyntaxTree checked =
                VALIDATOR.validate(COMPILER.compile(text).getAst()).getAst();
        try {
            return new CompiledCondition(RUNTIME.createProgram(checked), checked, ActivityCalls.in(checked));
        } catch (CelEvaluationException impossible) {
            throw new IllegalStateException("A checked condition has no program: " + text, impossible);
        }
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

    /** Whether the answer depends on what the lead did, and so may change with time. */
    public boolean asksForActivities(String condition) {
        return !asked(condition).isEmpty();
    }

    /** The times over which a condition looks back at activities of a type; in each, one counts as long as it is younger. */
    public Set<Duration> windows(String condition, String type) {
        return asked(condition).stream()
                .filter(one -> one.type().equals(type))
                .flatMap(one -> one.within().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The types of activity that a condition asks for. */
    public Set<String> activityTypes(String condition) {
        return asked(condition).stream().map(ActivityCalls.Asked::type).collect(Collectors.toUnmodifiableSet());
    }

    private List<ActivityCalls.Asked> asked(String condition) {
        Condition compiled = byText.get(condition);
        return compiled == null ? List.of() : compiled.asked();
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

    private static CelCompiler compiler() {
        CelCompilerBuilder builder = CelCompilerFactory.standardCelCompilerBuilder()
                .setOptions(OPTIONS)
                .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
                .addFunctionDeclarations(ActivityCalls.declaration())
                .setResultType(SimpleType.BOOL);
        Vocabulary.WORDS.forEach(word -> builder.addVar(word.name(), word.type()));
        return builder.build();
    }

    private record Condition(CelRuntime.Program program, List<ActivityCalls.Asked> asked, LongAdder failures) {

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
