package io.leadloop.systemtests.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ModulesTest {

    @Test
    void every_module_is_listed_and_every_listed_module_has_classes() {
        Set<String> found = Product.CLASSES.stream()
                .map(type -> "io.leadloop." + type.getPackageName().split("\\.", -1)[2] + "..")
                .collect(Collectors.toSet());

        assertThat(found)
                .as("packages below io.leadloop, as listed in Module")
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Module.values()).map(Module::packages).toList());
    }

    /** Among ourselves; which libraries a module takes is for its pom.xml to say. */
    @ParameterizedTest
    @EnumSource
    void a_module_uses_only_the_modules_that_it_may(Module module) {
        classes()
                .that()
                .resideInAPackage(module.packages())
                .should()
                .onlyDependOnClassesThat(
                        resideOutsideOfPackage("io.leadloop..").or(resideInAnyPackage(module.allowed())))
                .check(Product.CLASSES);
    }

    /** Guava and RE2 come with CEL, Jackson 3 because the schema validator reads with it. */
    @Test
    void the_agreement_itself_is_free_of_messages_and_databases() {
        classes()
                .that()
                .resideInAPackage("io.leadloop.agreement")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "io.leadloop.agreement",
                        "io.leadloop.agreement.holidays",
                        "io.leadloop.agreement.workingtime",
                        "io.leadloop.events",
                        "dev.cel..",
                        "org.yaml..",
                        "com.networknt..",
                        "com.google.common.collect",
                        "com.google.re2j",
                        "com.fasterxml.jackson..",
                        "tools.jackson..")
                .check(Product.CLASSES);
    }

    @Test
    void working_time_is_plain_java() {
        classes()
                .that()
                .resideInAPackage("io.leadloop.agreement.workingtime")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "io.leadloop.agreement.workingtime")
                .check(Product.CLASSES);
    }

    @Test
    void events_are_plain_java_and_json() {
        classes()
                .that()
                .resideInAPackage("io.leadloop.events..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "io.leadloop.events", "com.fasterxml.jackson..")
                .check(Product.CLASSES);
    }
}
