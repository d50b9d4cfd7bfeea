package io.leadloop.agreement;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.List;

/** The document's shape, by the same JSON Schema that gives editors completion. */
final class SchemaCheck {

    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(DefaultAgreement.resource("agreement.schema.json"), InputFormat.JSON);

    private SchemaCheck() {}

    static List<Problem> problems(YamlTree tree) {
        return SCHEMA.validate(tree.root().toString(), InputFormat.JSON).stream()
                .map(error -> problem(tree, error))
                .toList();
    }

    private static Problem problem(YamlTree tree, Error error) {
        String path = error.getInstanceLocation().toString();
        return switch (error.getKeyword()) {
            case "additionalProperties" -> {
                String name = error.getProperty();
                yield tree.atKey(YamlTree.pointer(path, name), "'" + name + "' is not a field here.", "");
            }
            case "required" -> tree.at(path, "Field '" + error.getProperty() + "' is missing.", "");
            default -> tree.at(path, error.getMessage(), "");
        };
    }
}
