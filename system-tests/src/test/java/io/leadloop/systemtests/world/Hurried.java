package io.leadloop.systemtests.world;

import io.leadloop.deploy.settings.Setting;
import io.leadloop.deploy.settings.Settings;

/** Services that wait for less than is sensible outside a story. */
public final class Hurried {
    private Hurried() {}

    /** @param property of the services' own configuration, in place of its default */
    public static Settings by(Settings settings, String property, String value) {
        return settings.with(
                Setting.SERVICE_JVM, "%s -D%s=%s".formatted(settings.get(Setting.SERVICE_JVM), property, value));
    }
}
