package io.leadloop.sla.alert.digest;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Whether there is a daily mail, to whom and when. The mail server is Quarkus's: {@code quarkus.mailer.host} and its neighbours. */
@ApplicationScoped
public class DigestConfig {
    private final List<String> recipients;
    private final LocalTime at;
    private final String pages;

    /**
     * @param to whom it is sent; empty: nobody, and no mail
     * @param at at which time of the day, in the agreement's zone
     * @param pages address of the web pages, as readers of the mail reach them
     */
    public DigestConfig(
            @ConfigProperty(name = "leadloop.digest.to") Optional<List<String>> to,
            @ConfigProperty(name = "leadloop.digest.at", defaultValue = "07:00") LocalTime at,
            @ConfigProperty(name = "leadloop.address.reporting", defaultValue = "http://localhost:8085") String pages) {
        this.recipients = to.orElse(List.of());
        this.at = at;
        this.pages = pages;
    }

    List<String> recipients() {
        return recipients;
    }

    LocalTime at() {
        return at;
    }

    String pages() {
        return pages;
    }
}
