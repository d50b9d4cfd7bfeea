package io.leadloop.systemtests.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitCallTarget;
import com.tngtech.archunit.core.domain.JavaCall;
import java.time.Clock;
import org.junit.jupiter.api.Test;

/** Promises are judged by the database's clock: a machine whose own clock jumps is early or late with nothing. */
class ClocksTest {

    @Test
    void the_trackers_clocks_never_ask_the_machine_what_time_it_is() {
        noClasses()
                .that()
                .resideInAPackage("io.leadloop.sla.clock..")
                .or()
                .haveFullyQualifiedName("io.leadloop.messaging.DueTimer")
                .should()
                .callCodeUnitWhere(asksTheMachine())
                .check(Product.CLASSES);
    }

    @Test
    void what_the_clocks_are_measured_against_is_used_by_the_benchmark_only() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.leadloop.deploy.bench")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.github.kagkarlsson..", "com.zaxxer..")
                .check(Product.CLASSES);
    }

    private static DescribedPredicate<JavaCall<?>> asksTheMachine() {
        return DescribedPredicate.describe("that asks the machine for the time", call -> {
            CodeUnitCallTarget target = call.getTarget();
            return (target.getOwner().getPackageName().equals("java.time")
                            && target.getName().equals("now"))
                    || (target.getOwner().isEquivalentTo(System.class)
                            && target.getName().equals("currentTimeMillis"))
                    || (target.getOwner().isEquivalentTo(Clock.class)
                            && target.getName().startsWith("system"));
        });
    }
}
