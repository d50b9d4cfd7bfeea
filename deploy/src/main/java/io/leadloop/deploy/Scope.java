package io.leadloop.deploy;

/** What {@code up} starts: everything, or what a developer needs who runs services from an IDE. */
public enum Scope {
    EVERYTHING,
    INFRASTRUCTURE
}
