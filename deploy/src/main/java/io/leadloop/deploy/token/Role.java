package io.leadloop.deploy.token;

import io.leadloop.deploy.LauncherException;
import java.util.Arrays;
import java.util.Locale;

/** Who may call what; the services name these roles on their endpoints. */
public enum Role {
    INTAKE,
    SALES,
    MANAGER,
    MARKETING,
    OPS,
    CRM,
    ADMIN;

    public String group() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Role named(String name) {
        return Arrays.stream(values())
                .filter(role -> role.group().equals(name.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new LauncherException("There is no role '" + name + "'. There are "
                        + String.join(
                                ", ", Arrays.stream(values()).map(Role::group).toList())
                        + "."));
    }
}
