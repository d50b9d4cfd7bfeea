package io.leadloop.agreement;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;

/** Whether there is a time zone of that name. */
final class ZoneCheck {
    private ZoneCheck() {}

    static List<Problem> problems(YamlTree tree, String path) {
        JsonNode zone = tree.root().at(path);
        if (!zone.isTextual() || isZone(zone.textValue())) {
            return List.of();
        }
        String suggestion = Nearest.of(zone.textValue(), ZoneId.getAvailableZoneIds())
                .map(near -> "Did you mean " + near + "?")
                .orElse("Write an IANA name, for example America/New_York.");
        return List.of(tree.at(path, "There is no time zone '%s'.".formatted(zone.textValue()), suggestion));
    }

    private static boolean isZone(String text) {
        try {
            return ZoneId.getAvailableZoneIds().contains(ZoneId.of(text).getId());
        } catch (DateTimeException unknown) {
            return false;
        }
    }
}
