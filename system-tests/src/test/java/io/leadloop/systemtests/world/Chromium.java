package io.leadloop.systemtests.world;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import io.leadloop.deploy.Service;
import io.leadloop.deploy.token.Role;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The browser that is installed on this machine, driven as a person would. Each who signs in has a window of their own, with nobody
 * else's cookies; whatever a page complains of is written down.
 */
public final class Chromium implements AutoCloseable {
    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final String origin;
    private final SampleWorld world;
    private final Playwright playwright;
    private final Browser browser;
    private final List<String> complaints = new CopyOnWriteArrayList<>();

    public Chromium(SampleWorld world) {
        this.world = world;
        this.origin = world.installation().address(Service.REPORTING_SERVICE).toString();
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE.toMillis());
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(installed().orElseThrow())
                        .setChromiumSandbox(false));
    }

    public static Optional<Path> installed() {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Opens the sign-in link, as it is printed on the installation's machine. */
    public Page signIn(Role role, Map<String, String> claims) {
        BrowserContext window = browser.newContext();
        window.setDefaultTimeout(PATIENCE.toMillis());
        Page page = window.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(page.url() + ": " + message.text());
            }
        });
        page.onPageError(error -> complaints.add(page.url() + ": " + error));
        page.navigate(origin + "/sign-in?token=" + world.installation().token(role, claims));
        return page;
    }

    public String address(String path) {
        return origin + path;
    }

    /** Errors in the console of any page, what the content security policy forbade among them. */
    public List<String> complaints() {
        return List.copyOf(complaints);
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
