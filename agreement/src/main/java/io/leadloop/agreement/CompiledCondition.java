package io.leadloop.agreement;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.runtime.CelRuntime;
import java.util.List;

/**
 * A condition that was checked.
 *
 * @param asked what it wants to know of the lead's activities; empty: its answer does not change with time
 */
record CompiledCondition(CelRuntime.Program program, CelAbstractSyntaxTree ast, List<ActivityCalls.Asked> asked) {
    CompiledCondition {
        asked = List.copyOf(asked);
    }
}
