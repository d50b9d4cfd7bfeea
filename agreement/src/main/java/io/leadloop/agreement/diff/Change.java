package io.leadloop.agreement.diff;

/**
 * One thing that the other text would change.
 *
 * @param subject what it is about, for example {@code fit rule 200 people or more}
 * @param what which part of it, for example {@code points}; empty when it comes or goes as a whole
 * @param before empty when it is new
 * @param after empty when it goes
 * @param text the sentence, for example {@code acceptance time 15 min → 10 min}
 */
public record Change(String subject, String what, String before, String after, String text) {

    static Change added(String subject, String after) {
        return new Change(subject, "", "", after, subject + " added" + (after.isEmpty() ? "" : ": " + after));
    }

    static Change removed(String subject, String before) {
        return new Change(subject, "", before, "", subject + " removed");
    }

    static Change of(String subject, String what, String before, String after) {
        String name = subject.isEmpty() ? what : what.isEmpty() ? subject : subject + " " + what;
        return new Change(subject, what, before, after, name + " " + before + " → " + after);
    }

    static Change ofMembers(String subject, String what, String before, String after, String difference) {
        String name = subject.isEmpty() ? what : subject + " " + what;
        return new Change(subject, what, before, after, name + ": " + difference);
    }
}
