package io.leadloop.systemtests.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import org.junit.jupiter.api.Test;

/** Kafka and the tables are touched in one kind of place each. The launcher has its own reasons and is left out. */
class EdgesTest {

    private static final DescribedPredicate<JavaClass> A_SERVICE_OR_ITS_LIBRARY =
            not(resideInAPackage(Module.DEPLOY.packages()));
    private static final DescribedPredicate<JavaClass> KAFKA = resideInAPackage("org.apache.kafka..");
    private static final String BATCH = "org.apache.kafka.clients.consumer.ConsumerRecords";
    private static final String SUBSCRIBER = "java.util.concurrent.Flow$Subscriber";
    private static final String INCOMING = "org.eclipse.microprofile.reactive.messaging.Incoming";

    @Test
    void only_messaging_knows_kafka() {
        classes()
                .that(A_SERVICE_OR_ITS_LIBRARY)
                .and(not(resideInAPackage(Module.MESSAGING.packages())))
                .and()
                .haveNameNotMatching(".*Consumers?")
                .should()
                .onlyDependOnClassesThat(not(KAFKA))
                .check(Product.CLASSES);
    }

    @Test
    void a_consumer_knows_no_more_of_kafka_than_the_batch_that_it_hands_on() {
        classes()
                .that(A_SERVICE_OR_ITS_LIBRARY)
                .and(not(resideInAPackage(Module.MESSAGING.packages())))
                .and()
                .haveNameMatching(".*Consumers?")
                .should()
                .onlyDependOnClassesThat(not(KAFKA).or(name(BATCH)))
                .check(Product.CLASSES);
    }

    @Test
    void what_comes_in_goes_to_a_subscriber_of_a_consumer() {
        methods()
                .that()
                .areAnnotatedWith(INCOMING)
                .should()
                .haveRawReturnType(SUBSCRIBER)
                .andShould()
                .beDeclaredInClassesThat()
                .haveNameMatching(".*Consumers?")
                .check(Product.CLASSES);
    }

    @Test
    void only_rows_and_stores_touch_the_mapping_of_tables() {
        classes()
                .that(A_SERVICE_OR_ITS_LIBRARY)
                .and(not(resideInAPackage(Module.MESSAGING.packages())))
                .and()
                .haveNameNotMatching(".*(Row|Store)(\\$.*)?")
                .should()
                .onlyDependOnClassesThat(resideOutsideOfPackage("jakarta.persistence.."))
                .check(Product.CLASSES);
    }

    @Test
    void a_table_is_called_a_row() {
        classes()
                .that()
                .areAnnotatedWith("jakarta.persistence.Entity")
                .should()
                .haveSimpleNameEndingWith("Row")
                .check(Product.CLASSES);
    }

    @Test
    void a_service_reaches_its_database_only_through_the_transaction_of_messaging() {
        classes()
                .that(A_SERVICE_OR_ITS_LIBRARY)
                .and(not(resideInAPackage(Module.MESSAGING.packages())))
                .should()
                .onlyDependOnClassesThat(not(resideInAnyPackage(
                                "java.sql..", "javax.sql..", "io.vertx..sqlclient..", "io.vertx..pgclient.."))
                        .and(not(name("org.hibernate.reactive.mutiny.Mutiny$SessionFactory"))))
                .check(Product.CLASSES);
    }
}
