package io.leadloop.deploy.demo;

import java.util.Optional;

/** Who fills a form. What was left empty is absent. */
record Person(
        String email,
        Optional<String> firstName,
        Optional<String> lastName,
        Optional<String> phone,
        Optional<String> company,
        Optional<String> jobTitle,
        Optional<String> country,
        Optional<String> industry,
        Optional<Integer> employees) {}
