package io.leadloop.agreement.diff;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import io.leadloop.agreement.AgreementDocument;
import io.leadloop.events.EventJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A document as the things it speaks of. Scorecard and qualification have words of their own; everything else is taken by its
 * shape: a list of named objects is several things, an object is one thing, a value is said of the agreement itself.
 */
final class Items {

    private static final JsonMapper MAPPER = (JsonMapper)
            EventJson.mapper().registerModule(new Jdk8Module()).enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);
    private static final List<String> LETTERS = List.of("A", "B", "C", "D");
    private static final List<String> NUMBERS = List.of("1", "2", "3", "4");

    private final List<Item> items = new ArrayList<>();
    private final Item agreement = Item.of("agreement", "");

    private Items() {}

    /** In the order of the document. */
    static List<Item> of(AgreementDocument document) {
        Items found = new Items();
        found.items.add(found.agreement);
        JsonNode tree = MAPPER.valueToTree(document);
        tree.properties().forEach(field -> found.take(field.getKey(), field.getValue()));
        return found.items;
    }

    private void take(String name, JsonNode value) {
        switch (name) {
            case "scorecard" -> scorecard(value);
            case "qualification" -> qualification(value);
            case "examples" -> value.forEach(this::example);
            case "quota" -> quota(value);
            default -> plain(name, value);
        }
    }

    private void scorecard(JsonNode scorecard) {
        for (String axis : List.of("fit", "interest")) {
            JsonNode rules = scorecard.path(axis);
            items.add(Item.of("axis", axis).with("cap", Words.fact("cap", rules.path("cap"))));
            rules.path("groups").forEach(group -> group(axis, group));
        }
        thresholds("letter ", "from fit", scorecard.path("letters"));
        thresholds("number ", "from interest", scorecard.path("numbers"));
    }

    private void group(String axis, JsonNode group) {
        String name = group.path("name").asText();
        items.add(Item.of(axis + " group", axis + " group " + name).with("cap", Words.fact("cap", group.path("cap"))));
        group.path("rules").forEach(rule -> {
            Item item = named(axis + " rule", rule);
            if (rule.path("reason").asText().equals(rule.path("name").asText())) {
                item.facts().remove("reason");
            }
            if (rule.path("when").asText().equals("true")) {
                item.facts().remove("condition");
            }
            items.add(item.with("in group", new Fact.Single(name)));
        });
    }

    private void thresholds(String kind, String what, JsonNode thresholds) {
        thresholds
                .properties()
                .forEach(step ->
                        items.add(Item.of(kind, kind + step.getKey()).with(what, Words.fact("", step.getValue()))));
    }

    private void qualification(JsonNode lists) {
        items.add(Item.of("qualification", "qualification")
                .with("when an MQL drops", Words.fact("onDrop", lists.path("onDrop"))));
        for (String letter : LETTERS) {
            for (String number : NUMBERS) {
                String grade = letter + number;
                String meaning = lists.properties().stream()
                        .filter(list -> contains(list.getValue(), grade))
                        .map(Map.Entry::getKey)
                        .findFirst()
                        .orElse("held");
                items.add(Item.of("grade", "grade " + grade).with("", new Fact.Single(meaning)));
            }
        }
    }

    /** Shares are told by what they are a share of. */
    private void quota(JsonNode quota) {
        Item item = Item.of("quota", "quota");
        quota.properties().forEach(field -> {
            if (field.getValue().isObject()) {
                field.getValue()
                        .properties()
                        .forEach(share -> item.with(
                                "share of " + Words.singular(field.getKey()) + " " + share.getKey(),
                                Words.fact("share", share.getValue())));
            } else {
                facts(item, Words.field(field.getKey()), field.getKey(), field.getValue());
            }
        });
        if (!item.facts().isEmpty()) {
            items.add(item);
        }
    }

    private static boolean contains(JsonNode list, String text) {
        for (JsonNode one : list) {
            if (one.asText().equals(text)) {
                return true;
            }
        }
        return false;
    }

    /** What is in it is for the two to read; that it is another one is what counts here. */
    private void example(JsonNode example) {
        Item item = Item.of("example", "example '" + example.path("name").asText() + "'");
        example.properties().stream()
                .filter(field -> !field.getKey().equals("name"))
                .forEach(field -> facts(item, field.getKey(), field.getKey(), field.getValue()));
        items.add(item);
    }

    private void plain(String name, JsonNode value) {
        if (isListOfNamed(value)) {
            value.forEach(one -> items.add(named(Words.singular(name), one)));
        } else if (value.isObject()) {
            Item item = Item.of(name, Words.field(name));
            value.properties().forEach(field -> {
                if (isListOfNamed(field.getValue())) {
                    plain(field.getKey(), field.getValue());
                } else {
                    facts(item, Words.field(field.getKey()), field.getKey(), field.getValue());
                }
            });
            if (!item.facts().isEmpty()) {
                items.add(item);
            }
        } else {
            agreement.with(Words.field(name), Words.fact(name, value));
        }
    }

    private static boolean isListOfNamed(JsonNode value) {
        return value.isArray() && !value.isEmpty() && value.get(0).has("name");
    }

    /** A clock is called by its name alone: acceptance time. */
    private static Item named(String kind, JsonNode value) {
        String name = value.path("name").asText();
        Item item = Item.of(kind, kind.equals("clock") ? name : kind + " " + name);
        value.properties().stream()
                .filter(field -> !field.getKey().equals("name"))
                .forEach(field -> facts(item, Words.field(field.getKey()), field.getKey(), field.getValue()));
        return item;
    }

    /** An empty list of the thing itself says as little as none; one inside, such as the hours of a day off, says something. */
    private static void facts(Item item, String what, String field, JsonNode value) {
        if (value.isObject()) {
            value.properties()
                    .forEach(inner -> facts(item, what + " " + inner.getKey(), inner.getKey(), inner.getValue()));
        } else if (value.isArray() && !value.isEmpty() && value.get(0).isObject()) {
            for (int i = 0; i < value.size(); i++) {
                facts(item, what + " " + (i + 1), field, value.get(i));
            }
        } else if (!value.isNull() && !(value.isEmpty() && value.isArray() && what.equals(Words.field(field)))) {
            item.with(what, Words.fact(field, value));
        }
    }
}
