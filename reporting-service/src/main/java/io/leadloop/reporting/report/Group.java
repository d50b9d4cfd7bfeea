package io.leadloop.reporting.report;

/** One source's or campaign's figures; a {@code null} name stands for leads that came without one. */
public record Group(String name, Figures figures) {

    /** As people read it. "unknown" is a value that a source can have, so the absent one is called differently. */
    public String label() {
        return name == null ? "(empty)" : name;
    }
}
