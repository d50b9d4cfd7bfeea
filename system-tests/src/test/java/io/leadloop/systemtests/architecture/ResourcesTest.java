package io.leadloop.systemtests.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every HTTP method declares, on itself or on its class. */
class ResourcesTest {

    private static final Set<String> VERBS = Set.of("GET", "POST", "PUT", "DELETE", "PATCH", "HEAD", "OPTIONS");
    private static final Set<String> ROLES = Set.of(
            "jakarta.annotation.security.RolesAllowed",
            "jakarta.annotation.security.PermitAll",
            "io.quarkus.security.Authenticated");
    private static final String CLIENT = "org.eclipse.microprofile.rest.client.inject.RegisterRestClient";
    private static final String CANCELLABLE = "org.jboss.resteasy.reactive.server.Cancellable";

    @Test
    void every_http_method_names_who_may_call_it() {
        methods()
                .that(answerHttp())
                .should(declare(
                        "who may call it",
                        type -> ROLES.contains(type.getRawType().getName())))
                .check(Product.CLASSES);
    }

    /** A caller who hangs up must not interrupt a transaction half way. */
    @Test
    void a_call_that_takes_time_is_finished_when_the_caller_is_gone() {
        methods()
                .that(answerHttp())
                .and()
                .haveRawReturnType("io.smallrye.mutiny.Uni")
                .should(declare("@Cancellable(false)", ResourcesTest::isNotCancellable))
                .check(Product.CLASSES);
    }

    @Test
    void http_is_answered_by_resources() {
        methods()
                .that(answerHttp())
                .should()
                .beDeclaredInClassesThat()
                .haveNameMatching(".*Resource")
                .check(Product.CLASSES);
    }

    /** An interface that calls another service carries the same annotations. */
    private static DescribedPredicate<JavaMethod> answerHttp() {
        return DescribedPredicate.describe(
                "answer HTTP",
                method -> !method.getOwner().isAnnotatedWith(CLIENT)
                        && method.getAnnotations().stream().anyMatch(ResourcesTest::isVerb));
    }

    private static boolean isVerb(JavaAnnotation<?> annotation) {
        return annotation.getRawType().getPackageName().equals("jakarta.ws.rs")
                && VERBS.contains(annotation.getRawType().getSimpleName());
    }

    private static boolean isNotCancellable(JavaAnnotation<?> annotation) {
        return annotation.getRawType().getName().equals(CANCELLABLE)
                && annotation.get("value").equals(Optional.of(false));
    }

    private static ArchCondition<JavaMethod> declare(String what, Predicate<JavaAnnotation<?>> wanted) {
        return new ArchCondition<>("declare " + what) {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                boolean declared = Stream.concat(
                                method.getAnnotations().stream(), method.getOwner().getAnnotations().stream())
                        .anyMatch(wanted);
                events.add(new SimpleConditionEvent(
                        method, declared, method.getFullName() + " declares " + (declared ? "" : "not ") + what));
            }
        };
    }
}
