package io.leadloop.deploy.demo;

import java.util.List;

/**
 * Where leads come from, as companies find it: paid search brings many, partners bring few and good ones.
 *
 * @param weight its part of all leads
 * @param junk of 100 leads, how many nobody wants
 * @param eager of 100 who are wanted, how many ask to be called
 */
record Channel(
        String source, String medium, List<String> campaigns, String landingPage, int weight, int junk, int eager) {

    static final List<Channel> ALL = List.of(
            new Channel("google", "cpc", List.of("spring-launch", "brand", "crm-compare"), "/pricing", 30, 14, 45),
            new Channel("google", "organic", List.of(), "/", 20, 10, 35),
            new Channel("linkedin", "paid", List.of("ops-leaders", "revenue-teams"), "/for-operations", 15, 4, 40),
            new Channel("newsletter", "email", List.of("monthly-digest"), "/blog", 12, 2, 25),
            new Channel("webinar", "event", List.of("sla-that-works", "closed-loop-101"), "/webinars", 8, 3, 55),
            new Channel("partner", "referral", List.of("integrators"), "/partners", 7, 1, 70),
            new Channel("display", "banner", List.of("spring-launch"), "/start", 5, 35, 15),
            new Channel("direct", "none", List.of(), "/contact", 3, 8, 60));
}
