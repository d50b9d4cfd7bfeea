package io.leadloop.systemtests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.leadloop.deploy.Service;
import io.leadloop.deploy.token.Role;
import io.leadloop.systemtests.world.Api;
import io.leadloop.systemtests.world.Chromium;
import io.leadloop.systemtests.world.SampleWorld;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The pages in a real browser: they move by themselves, their buttons work, and they fit on a phone. */
class PagesIT {
    private static final Map<String, String> MORGAN = Map.of("teamId", "sales", "sub", "morgan");
    private static final int PHONE = 390;
    private static SampleWorld world;
    private static Chromium chromium;

    @BeforeAll
    static void open() {
        assumeTrue(
                Chromium.installed().isPresent(),
                "No browser: install chromium, so that chromium, chromium-browser or google-chrome is on the PATH");
        world = SampleWorld.running();
        chromium = new Chromium(world);
    }

    @AfterAll
    static void close() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @AfterEach
    void no_page_complains() {
        assertThat(chromium.complaints()).isEmpty();
    }

    @Test
    void what_is_about_to_break_and_what_broke_appears_by_itself_and_a_click_says_who_looks_after_it() {
        // Given Morgan watches the promises of the team
        Page page = chromium.signIn(Role.MANAGER, MORGAN);
        page.navigate(chromium.address("/promises"));
        assertThat(page.locator("#live")).hasText("live");
        page.evaluate("window.neverReloaded = true");

        // When nobody answers Dana's offer
        String leadId = world.website()
                .post("/v1/leads", SampleWorld.dana())
                .json()
                .get("leadId")
                .asText();

        // Then she sees whose promise is about to break, and that it broke, without doing anything
        assertThat(rows(page, "soon", leadId).first()).containsText("team sales");
        Locator broken = rows(page, "broken", leadId);
        assertThat(broken.first()).containsText("team sales");
        assertThat(broken.first()).containsText("nobody");
        assertThat(page.evaluate("window.neverReloaded")).isEqualTo(true);

        // When she clicks that she looks after it
        world.acceptAllOpenOffers();
        String alert = broken.first().locator("button").getAttribute("data-post");
        Locator button = page.locator("button[data-post='" + alert + "']");
        button.click();

        // Then the page says so, and sla-tracker knows
        assertThat(button).hasCount(0);
        assertThat(broken.locator(".stage.met")).hasText("morgan");
        assertThat(acknowledgedBy(alert)).isEqualTo("morgan");
    }

    @Test
    void one_of_marketing_and_one_of_sales_sign_a_draft_by_clicks_and_it_comes_into_force() {
        // Given a draft
        Api marketing = world.marketing(Service.SLA_TRACKER);
        String text =
                marketing.get("/v1/agreements/current").json().get("document").asText();
        JsonNode draft = marketing
                .put("/v1/agreements/draft", text.replaceFirst("(?m)^name: .*$", "name: Signed in a browser"))
                .json();
        int version = draft.get("version").asInt();

        // When Maria signs for Marketing
        Page maria = signs(Map.of("sub", "maria"), Role.MARKETING, "Sign for marketing");

        // Then it waits for Sales
        assertThat(maria.locator("section[aria-labelledby=draft]")).containsText("maria for marketing");
        assertThat(maria.locator("#draft")).containsText("waits for sales");

        // When Morgan signs for Sales
        Page morgan = signs(MORGAN, Role.MANAGER, "Sign for sales");

        // Then it is in force, by both names
        assertThat(morgan.locator("h1")).hasText("Agreement version " + version + " in force");
        assertThat(morgan.locator(".title")).containsText("maria for marketing and morgan for sales");
        assertThat(morgan.locator("#draft")).hasText("No draft");
        assertThat(marketing.get("/v1/agreements/current").json().get("version").asInt())
                .isEqualTo(version);
    }

    @Test
    void the_pages_fit_on_a_phone() {
        // Given
        Page page = chromium.signIn(Role.ADMIN, Map.of("sub", "olga"));
        page.setViewportSize(PHONE, 844);

        for (String path :
                List.of("/", "/campaigns", "/leads", "/promises", "/quotas", "/agreement", "/reconciliation", lead())) {
            // When
            page.navigate(chromium.address(path));

            // Then only tables scroll sideways, in their own frame, and the menu can be reached
            assertThat(page.evaluate("document.documentElement.scrollWidth"))
                    .as("width of " + path)
                    .isEqualTo(PHONE);
            Locator last = page.locator("nav a").last();
            assertThat(last).isInViewport();
            assertThat(last.boundingBox().x + last.boundingBox().width)
                    .as("menu of " + path)
                    .isLessThanOrEqualTo(PHONE);
        }
    }

    private static Page signs(Map<String, String> who, Role role, String words) {
        Page page = chromium.signIn(role, who);
        page.navigate(chromium.address("/agreement"));
        page.onDialog(Dialog::accept);
        Locator button = page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(words));
        button.click();
        assertThat(button).hasCount(0);
        return page;
    }

    private static Locator rows(Page page, String section, String leadId) {
        return page.locator("section[aria-labelledby=" + section + "] tbody tr")
                .filter(new Locator.FilterOptions().setHasText(leadId));
    }

    private static String acknowledgedBy(String post) {
        String alertId = post.replaceFirst(".*/alerts/(\\d+)/acknowledge", "$1");
        for (JsonNode alert : world.ops(Service.SLA_TRACKER)
                .get("/v1/alerts?limit=200&kind=breached")
                .json()
                .get("items")) {
            if (alert.get("alertId").asText().equals(alertId)) {
                return alert.path("acknowledgedBy").asText();
            }
        }
        return "";
    }

    /** The page of a lead with a history. */
    private static String lead() {
        String leadId = world.admin(Service.HANDOFF_SERVICE)
                .get("/v1/handoffs?limit=1")
                .json()
                .get("items")
                .get(0)
                .get("leadId")
                .asText();
        return "/leads/" + leadId;
    }
}
