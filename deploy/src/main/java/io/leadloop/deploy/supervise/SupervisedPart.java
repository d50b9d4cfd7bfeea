package io.leadloop.deploy.supervise;

import io.leadloop.deploy.Part;
import io.leadloop.deploy.Seen;
import java.util.Set;

/** A process. */
public record SupervisedPart(Part part, Set<String> standsOn) implements Supervised {
    @Override
    public String name() {
        return part.name();
    }

    @Override
    public boolean isThere() {
        return part.running().isPresent();
    }

    @Override
    public Seen ask() {
        return part.ask();
    }

    @Override
    public void startAgain() {
        part.kill();
        part.start();
    }

    @Override
    public void furnish() {
        part.furnish();
    }
}
