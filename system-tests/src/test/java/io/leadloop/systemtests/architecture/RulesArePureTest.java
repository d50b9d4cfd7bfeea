package io.leadloop.systemtests.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitCallTarget;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import java.time.Clock;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Rules get everything as arguments, also the time and new ids: the same input gives the same decision. */
class RulesArePureTest {

    private static final String RULES = "io.leadloop..rules..";
    private static final String NORMALISATION = "io.leadloop.intake.lead.rules";
    private static final String[] ALLOWED = {
        "java..",
        "io.leadloop.events",
        "io.leadloop.agreement",
        "io.leadloop.agreement.workingtime",
        RULES,
        "com.fasterxml.jackson.annotation"
    };

    private static Set<Module> services() {
        return Module.SERVICES;
    }

    @ParameterizedTest
    @MethodSource("services")
    void every_service_keeps_its_decisions_in_rules(Module service) {
        assertThat(Product.CLASSES.that(resideInAPackage(service.packages()).and(resideInAPackage(RULES))))
                .isNotEmpty();
    }

    /** Jackson's annotations describe a shape and do nothing. */
    @Test
    void rules_use_only_java_the_events_the_agreement_and_each_other() {
        classes()
                .that()
                .resideInAPackage(RULES)
                .and()
                .resideOutsideOfPackage(NORMALISATION)
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(ALLOWED))
                .check(Product.CLASSES);
    }

    /** Whether two addresses or numbers are the same is decided by two libraries that do nothing else. */
    @Test
    void normalisation_also_uses_the_libraries_for_addresses_and_numbers() {
        classes()
                .that()
                .resideInAPackage(NORMALISATION)
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(ALLOWED)
                        .or(resideInAnyPackage("com.sanctionco.jmail..", "com.google.i18n.phonenumbers..")))
                .check(Product.CLASSES);
    }

    @Test
    void rules_neither_read_a_clock_nor_throw_dice() {
        noClasses()
                .that()
                .resideInAPackage(RULES)
                .should()
                .callCodeUnitWhere(readsAClockOrThrowsDice())
                .check(Product.CLASSES);
    }

    @Test
    void rules_do_not_touch_files_threads_or_networks() {
        noClasses()
                .that()
                .resideInAPackage(RULES)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "java.io..", "java.nio.file..", "java.net..", "java.sql..", "java.util.concurrent..")
                .check(Product.CLASSES);
    }

    private static DescribedPredicate<JavaCall<?>> readsAClockOrThrowsDice() {
        return DescribedPredicate.describe("that reads a clock or throws dice", call -> {
            CodeUnitCallTarget target = call.getTarget();
            JavaClass owner = target.getOwner();
            return (owner.getPackageName().equals("java.time")
                            && target.getName().equals("now"))
                    || (owner.isEquivalentTo(System.class) && target.getName().matches("currentTimeMillis|nanoTime"))
                    || (owner.isEquivalentTo(UUID.class) && target.getName().equals("randomUUID"))
                    || (owner.isEquivalentTo(Math.class) && target.getName().equals("random"))
                    || owner.isAssignableTo(Random.class)
                    || owner.isAssignableTo(RandomGenerator.class)
                    || (owner.isEquivalentTo(Clock.class) && target.getName().startsWith("system"));
        });
    }
}
