package io.leadloop.handoff.routing;

import io.leadloop.events.Brief;
import io.leadloop.handoff.directory.LockedLead;
import java.util.Optional;

/**
 * A locked lead that needs a rep.
 *
 * @param round of the offer to be made
 * @param hadItLast the rep whose offer of it ended last without being accepted
 * @param waits whether it is waiting already
 */
record ToRoute(LockedLead lead, Brief brief, int round, Optional<String> hadItLast, boolean waits) {}
