package io.leadloop.agreement;

import java.util.regex.Pattern;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.resolver.Resolver;

/** Which unquoted scalars are not text: those of JSON. YAML 1.1 would also take {@code NO}, {@code on} and {@code 09:30}. */
final class YamlScalars extends Resolver {

    private static final Pattern BOOL = Pattern.compile("true|false");
    private static final Pattern NULL = Pattern.compile("null|~|");
    private static final Pattern INT = Pattern.compile("[-+]?[0-9]{1,18}");
    private static final Pattern FLOAT = Pattern.compile("[-+]?[0-9]{1,18}\\.[0-9]{1,18}");

    @Override
    protected void addImplicitResolvers() {
        addImplicitResolver(Tag.BOOL, BOOL, "tf");
        addImplicitResolver(Tag.NULL, NULL, "n~\0");
        addImplicitResolver(Tag.INT, INT, "-+0123456789");
        addImplicitResolver(Tag.FLOAT, FLOAT, "-+0123456789");
    }
}
