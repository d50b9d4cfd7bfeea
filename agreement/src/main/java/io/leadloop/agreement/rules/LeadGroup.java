package io.leadloop.agreement.rules;

import java.util.List;

/** The rules of a group that can say anything of one lead. */
record LeadGroup(String name, int cap, List<LeadRule> rules) {
    LeadGroup {
        rules = List.copyOf(rules);
    }
}
