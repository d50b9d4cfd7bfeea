package io.leadloop.deploy.settings;

import io.leadloop.deploy.LauncherException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/**
 * The settings of one installation. Later sources win: defaults, {@code leadloop.properties}, environment, options of the
 * command. Values are checked when they are read, so that a typing error is reported by its source and not by a process
 * that dies.
 */
public final class Settings {
    /** Two segments of the log and room to notice. */
    private static final long LEAST_WAL_BUDGET = 64L << 20;

    private final Map<Setting, String> values;

    private Settings(Map<Setting, String> values) {
        this.values = values;
    }

    public static Settings defaults() {
        return new Settings(new EnumMap<>(Setting.class));
    }

    /** Ports nobody uses at this moment, for an installation beside others. */
    public static Settings withFreePorts() {
        List<ServerSocket> held = new ArrayList<>();
        try {
            Settings settings = defaults();
            for (Setting setting : Setting.values()) {
                if (setting.isPort()) {
                    ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                    held.add(socket);
                    settings = settings.with(setting, Integer.toString(socket.getLocalPort()));
                }
            }
            return settings;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            held.forEach(Settings::close);
        }
    }

    /** This with the file's values in place of its own; a missing file changes nothing. */
    public Settings withFile(Path file) {
        if (!Files.exists(file)) {
            return this;
        }
        Properties properties = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new LauncherException("Cannot read " + file + ": " + e.getMessage(), e);
        }
        Settings result = this;
        for (String key : properties.stringPropertyNames()) {
            result = result.with(known(key, file.toString()), properties.getProperty(key), file.toString());
        }
        return result;
    }

    public Settings withEnvironment(Map<String, String> environment) {
        Settings result = this;
        for (Setting setting : Setting.values()) {
            String value = environment.get(setting.environmentVariable());
            if (value != null && !value.isBlank()) {
                result = result.with(setting, value, setting.environmentVariable());
            }
        }
        return result;
    }

    public Settings withOptions(Map<String, String> options) {
        Settings result = this;
        for (var option : options.entrySet()) {
            result = result.with(known(option.getKey(), "--set"), option.getValue(), "--set " + option.getKey());
        }
        return result;
    }

    public Settings with(Setting setting, String value) {
        return with(setting, value, setting.key());
    }

    private Settings with(Setting setting, String value, String source) {
        Map<Setting, String> changed = new EnumMap<>(Setting.class);
        changed.putAll(values);
        changed.put(setting, value.strip());
        Settings result = new Settings(changed);
        result.check(setting, source);
        return result;
    }

    public String get(Setting setting) {
        return values.getOrDefault(setting, setting.defaultValue());
    }

    public int port(Setting setting) {
        return Integer.parseInt(get(setting));
    }

    /** In bytes. */
    public long walBudget() {
        return Long.parseLong(get(Setting.WAL_BUDGET));
    }

    /** Where services and connectors reach PostgreSQL. */
    public String postgresAddress() {
        return address(Setting.POSTGRES_ADDRESS, Setting.POSTGRES_PORT);
    }

    /** Where clients reach Kafka; the broker tells them the same. */
    public String kafkaAddress() {
        return address(Setting.KAFKA_ADDRESS, Setting.KAFKA_PORT);
    }

    /** How far what works off topics steps back behind the rest. */
    public int niceness() {
        return Integer.parseInt(get(Setting.STEP_BACK));
    }

    private String address(Setting address, Setting port) {
        return get(address).isEmpty() ? "127.0.0.1:" + port(port) : get(address);
    }

    public Duration readyWithin() {
        return Duration.parse(get(Setting.READY_WITHIN));
    }

    public Duration supervisePatience() {
        return Duration.parse(get(Setting.SUPERVISE_PATIENCE));
    }

    /** The words of a setting that holds several. */
    public List<String> words(Setting setting) {
        return Arrays.stream(get(setting).split("\\s+"))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /** Keeps every value, so that later commands speak to what was started and not to what is set by then. */
    public void save(Path file) {
        StringBuilder lines =
                new StringBuilder("# What the running parts were started with. Change leadloop.properties.\n");
        for (Setting setting : Setting.values()) {
            lines.append(setting.key()).append('=').append(get(setting)).append('\n');
        }
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void check(Setting setting, String source) {
        try {
            if (setting.isPort() && (port(setting) < 1 || port(setting) > 65535)) {
                throw new NumberFormatException();
            }
            if (setting.isDuration() && !Duration.parse(get(setting)).isPositive()) {
                throw new LauncherException(
                        source + " must be longer than nothing, for example " + setting.defaultValue() + ".");
            }
            if (setting == Setting.WAL_BUDGET && walBudget() < LEAST_WAL_BUDGET) {
                throw new LauncherException(source + ": postgres.wal-budget is too small, PostgreSQL itself needs "
                        + LEAST_WAL_BUDGET + " bytes.");
            }
            if (setting == Setting.STEP_BACK && !get(setting).matches("1?\\d")) {
                throw new LauncherException(source + ": '" + get(setting) + "' is not 0 to 19.");
            }
            if (setting.isAddress() && !get(setting).matches("|[^:\\s]+:\\d{1,5}")) {
                throw new LauncherException(
                        source + ": '" + get(setting) + "' is no address. Write it like 127.0.0.1:6432.");
            }
        } catch (NumberFormatException e) {
            throw new LauncherException(
                    source + ": '" + get(setting) + "' is "
                            + (setting.isPort()
                                    ? "no port for " + setting.key() + ". Use 1 to 65535."
                                    : "no number of bytes for " + setting.key() + ". Write it like 2147483648."),
                    e);
        } catch (DateTimeParseException e) {
            throw new LauncherException(source + ": '" + get(setting) + "' is no duration. Write it like PT4M.", e);
        }
    }

    private static Setting known(String key, String source) {
        return Setting.withKey(key)
                .orElseThrow(() -> new LauncherException(source + ": there is no setting '" + key + "'. There are "
                        + String.join(
                                ", ",
                                Arrays.stream(Setting.values())
                                        .map(Setting::key)
                                        .toList())
                        + "."));
    }

    private static void close(ServerSocket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Settings that
                && Arrays.stream(Setting.values())
                        .allMatch(setting -> get(setting).equals(that.get(setting)));
    }

    @Override
    public int hashCode() {
        return Arrays.stream(Setting.values()).map(this::get).toList().hashCode();
    }
}
