package io.leadloop.agreement;

import dev.cel.common.types.CelType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import io.leadloop.events.Profile;
import io.leadloop.events.Touch;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Every word that a condition may use, with its type and where its value comes from: the one list behind checking, evaluating
 * and suggesting. Words are declared by their dotted name, so that a misspelt field is an error when the draft is saved.
 */
final class Vocabulary {

    /** @param name as written in a condition, for example {@code lead.jobTitle} */
    record Word(String name, CelType type, Function<Source, Object> value) {}

    record Source(Profile lead, Touch firstTouch, Touch lastTouch) {}

    static final List<Word> WORDS = Stream.of(
                    lead(),
                    touch("firstTouch", Source::firstTouch),
                    touch("lastTouch", Source::lastTouch),
                    List.of(new Word(ActivityCalls.WORD, ActivityCalls.TYPE, source -> ActivityCounts.NONE)))
            .flatMap(List::stream)
            .toList();

    private Vocabulary() {}

    private static List<Word> lead() {
        return List.of(
                text("lead.email", source -> source.lead().email()),
                text("lead.emailDomain", source -> domain(source.lead().email())),
                text("lead.firstName", source -> source.lead().firstName()),
                text("lead.lastName", source -> source.lead().lastName()),
                text("lead.phone", source -> source.lead().phone()),
                text("lead.company", source -> source.lead().company()),
                text("lead.jobTitle", source -> source.lead().jobTitle()),
                text("lead.country", source -> source.lead().country()),
                text("lead.industry", source -> source.lead().industry()),
                text("lead.website", source -> source.lead().website()),
                text("lead.message", source -> source.lead().message()),
                new Word("lead.employees", SimpleType.INT, source -> employees(source.lead())),
                new Word("lead.consent", SimpleType.BOOL, source -> mayContact(source.lead())),
                new Word(
                        "lead.attributes",
                        MapType.create(SimpleType.STRING, SimpleType.STRING),
                        source -> source.lead().attributes()));
    }

    private static List<Word> touch(String name, Function<Source, Touch> touch) {
        return List.of(
                text(name + ".source", source -> touch.apply(source).source()),
                text(name + ".medium", source -> touch.apply(source).medium()),
                text(name + ".campaign", source -> touch.apply(source).campaign()),
                text(name + ".content", source -> touch.apply(source).content()),
                text(name + ".term", source -> touch.apply(source).term()),
                text(name + ".landingPage", source -> touch.apply(source).landingPage()),
                text(name + ".referrer", source -> touch.apply(source).referrer()));
    }

    private static Word text(String name, Function<Source, String> value) {
        return new Word(name, SimpleType.STRING, source -> {
            String text = value.apply(source);
            return text == null ? "" : text;
        });
    }

    private static long employees(Profile lead) {
        return lead.employees() == null ? 0 : lead.employees();
    }

    private static boolean mayContact(Profile lead) {
        return lead.consent() != null && lead.consent().marketing();
    }

    private static String domain(String email) {
        return email == null ? "" : email.substring(email.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
    }
}
