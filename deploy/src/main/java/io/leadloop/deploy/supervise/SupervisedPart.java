package io.leadloop.deploy.supervise;

import io.leadloop.deploy.Part;
import io.leadloop.deploy.Seen;
import java.util.Optional;
import java.util.Set;

/** A process. */
public record SupervisedPart(Part part, Set<String> standsOn) implements Supervised {
    @Override
    public String name() {
        return part.name();
    }

    @Override
    public Optional<String> process() {
        return part.running().map(process -> Long.toString(process.pid()));
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
