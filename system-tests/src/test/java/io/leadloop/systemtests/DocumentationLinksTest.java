package io.leadloop.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the documents point to is there. */
class DocumentationLinksTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern LINK = Pattern.compile("]\\(([^)#:]+)(#[^)]*)?\\)");
    /** A path to a file of ours, written as code: {@code deploy/src/main/resources/topics.yaml}. */
    private static final Pattern PATH = Pattern.compile("`([a-z-]+/[A-Za-z0-9/._-]+)`");

    @Test
    void every_link_and_every_path_in_the_documents_exists() throws IOException {
        // Given all documents
        List<Path> documents = documents();
        assertThat(documents).hasSizeGreaterThan(10);

        // When their links and paths are followed
        List<String> checked = new ArrayList<>();
        List<String> broken = new ArrayList<>();
        for (Path document : documents) {
            String text = Files.readString(document);
            follow(document, LINK.matcher(text).results(), document.getParent(), checked, broken);
            follow(
                    document,
                    PATH.matcher(text).results().filter(DocumentationLinksTest::isOurs),
                    ROOT,
                    checked,
                    broken);
        }

        // Then they lead somewhere
        assertThat(checked).hasSizeGreaterThan(15);
        assertThat(broken).isEmpty();
    }

    private static void follow(
            Path document, Stream<MatchResult> found, Path base, List<String> checked, List<String> broken) {
        found.map(match -> match.group(1)).filter(target -> !target.isBlank()).forEach(target -> {
            String reference = ROOT.relativize(document) + " -> " + target;
            checked.add(reference);
            if (!Files.exists(base.resolve(target))) {
                broken.add(reference);
            }
        });
    }

    /** Only what begins with a folder of the project is a path of ours; the rest is an example or a media type. */
    private static boolean isOurs(MatchResult match) {
        String folder = match.group(1).substring(0, match.group(1).indexOf('/'));
        return Files.isDirectory(ROOT.resolve(folder))
                && !folder.equals("target")
                && !match.group(1).contains("…");
    }

    private static List<Path> documents() throws IOException {
        try (Stream<Path> files = Files.find(
                ROOT,
                4,
                (path, attributes) -> path.toString().endsWith(".md")
                        && !path.toString().contains("/target/")
                        && !path.toString().contains("/."))) {
            return files.toList();
        }
    }
}
