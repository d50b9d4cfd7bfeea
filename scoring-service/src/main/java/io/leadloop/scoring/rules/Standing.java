package io.leadloop.scoring.rules;

import io.leadloop.agreement.rules.Assessment;
import io.leadloop.events.Qualification;
import java.util.Optional;

/**
 * Where a lead stands before it is looked at again.
 *
 * @param last the newest assessment, empty before the first
 * @param announced what the others were told last; held while they were told nothing
 * @param qualified it is an MQL that was announced and has not come back to Marketing
 * @param closed it was won or lost
 */
public record Standing(Optional<Assessment> last, Qualification announced, boolean qualified, boolean closed) {

    public static final Standing NEW = new Standing(Optional.empty(), Qualification.HELD, false, false);
}
