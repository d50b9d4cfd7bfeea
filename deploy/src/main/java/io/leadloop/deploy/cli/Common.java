package io.leadloop.deploy.cli;

import io.leadloop.deploy.Installation;
import io.leadloop.deploy.Part;
import io.leadloop.deploy.settings.Layout;
import io.leadloop.deploy.settings.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Option;

/** Options of every command: which installation, with which settings. */
final class Common {
    @Option(
            names = "--dir",
            paramLabel = "DIR",
            description = "Where the installation keeps its data. Default: .leadloop beside ./leadloop.")
    private Path directory;

    @Option(names = "--set", paramLabel = "KEY=VALUE", description = "A setting, see `leadloop --help`.")
    private Map<String, String> options = new LinkedHashMap<>();

    /**
     * While anything runs, the settings it was started with: a `status` must ask the ports that are used, whatever the
     * environment says by now.
     */
    Installation installation() {
        Layout layout = layout();
        Installation started = started();
        boolean anythingRuns = Files.exists(layout.settingsInForce())
                && started.parts().stream().map(Part::running).anyMatch(process -> process.isPresent());
        return anythingRuns ? started : Installation.at(layout.root(), wanted());
    }

    /** With the settings of the last start, whether anything of it runs or not. */
    Installation started() {
        Layout layout = layout();
        return Installation.at(layout.root(), Settings.defaults().withFile(layout.settingsInForce()));
    }

    /** What the command line says of settings. */
    Map<String, String> options() {
        return options;
    }

    Settings wanted() {
        return Settings.defaults()
                .withFile(layout().settingsFile())
                .withEnvironment(System.getenv())
                .withOptions(options);
    }

    private Layout layout() {
        Layout standard = Layout.of(Path.of(".leadloop"));
        return directory == null
                ? new Layout(standard.home().resolve(".leadloop"), standard.home())
                : new Layout(directory, standard.home());
    }
}
