package io.leadloop.deploy;

/** Told what happens while it happens. Called from several threads. */
@FunctionalInterface
public interface Progress {
    Progress SILENT = (part, news) -> {};

    void say(String part, String news);
}
