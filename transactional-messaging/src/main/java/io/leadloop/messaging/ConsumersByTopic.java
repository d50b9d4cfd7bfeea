package io.leadloop.messaging;

import io.quarkus.arc.All;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.Config;

/** The consumers of this service by topic. A channel whose topic nobody names is a mistake that ends the start. */
@ApplicationScoped
class ConsumersByTopic {
    private static final String CHANNEL_TOPIC = "mp\\.messaging\\.incoming\\.[^.]+\\.topics?";

    private final List<TopicConsumer> consumers;

    ConsumersByTopic(@All List<TopicConsumer> consumers) {
        this.consumers = consumers;
    }

    void check(@Observes StartupEvent start, Config config) {
        TreeSet<String> configured = new TreeSet<>();
        StreamSupport.stream(config.getPropertyNames().spliterator(), false)
                .filter(name -> name.matches(CHANNEL_TOPIC))
                .forEach(name -> configured.addAll(List.of(config.getValue(name, String[].class))));
        TreeSet<String> named = new TreeSet<>();
        consumers.forEach(consumer -> named.addAll(consumer.topics()));
        if (!named.equals(configured)) {
            throw new IllegalStateException(
                    "The channels of this service read %s, its consumers name %s. Make %s.topics()"
                                    .formatted(configured, named, TopicConsumer.class.getSimpleName())
                            + " and mp.messaging.incoming.*.topics agree.");
        }
    }

    Optional<TopicConsumer> of(String topic) {
        return consumers.stream()
                .filter(consumer -> consumer.topics().contains(topic))
                .findFirst();
    }
}
