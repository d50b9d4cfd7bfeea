package io.leadloop.agreement;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Where the rules of a scorecard stand in a text, as far as its shape is right. */
final class ScorecardPaths {

    private ScorecardPaths() {}

    /** JSON pointers of all rules, in the order of the text. */
    static List<String> rules(YamlTree tree) {
        List<String> paths = new ArrayList<>();
        for (String axis : List.of("/scorecard/fit", "/scorecard/interest")) {
            JsonNode groups = tree.root().at(axis + "/groups");
            for (int group = 0; group < groups.size(); group++) {
                for (int rule = 0; rule < groups.path(group).path("rules").size(); rule++) {
                    paths.add(axis + "/groups/" + group + "/rules/" + rule);
                }
            }
        }
        return paths;
    }
}
