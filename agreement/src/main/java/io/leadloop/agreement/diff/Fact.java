package io.leadloop.agreement.diff;

import java.util.ArrayList;
import java.util.List;

/** What stands at one place of the document. */
sealed interface Fact {

    /** What stands where the other document says something. */
    String NONE = "none";

    /** A list that is there and has nothing in it, such as the hours of a day off. */
    String NOTHING = "nothing";

    /** As people read it. */
    String words();

    /** One value. */
    record Single(String words) implements Fact {}

    /** Several, whose order says nothing. */
    record Members(List<String> all) implements Fact {
        public Members {
            all = List.copyOf(all);
        }

        @Override
        public String words() {
            return all.isEmpty() ? NOTHING : String.join(", ", all);
        }

        /** What comes and goes, for example {@code + SPAM, − OTHER}. */
        String differenceTo(Members after) {
            List<String> parts = new ArrayList<>();
            after.all().stream().filter(one -> !all.contains(one)).forEach(one -> parts.add("+ " + one));
            all.stream().filter(one -> !after.all().contains(one)).forEach(one -> parts.add("− " + one));
            return String.join(", ", parts);
        }
    }
}
