package io.leadloop.deploy.connect;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadloop.deploy.Service;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OutboxConnectorTest {

    @ParameterizedTest
    @EnumSource
    void nothing_in_the_template_is_left_to_fill_in(Service service) {
        // When
        Map<String, String> config = OutboxConnector.config(service, "db:5432", "secret");

        // Then
        assertThat(config).isNotEmpty();
        assertThat(config.values()).noneMatch(value -> value.contains("{{"));
        assertThat(config)
                .containsEntry("topic.prefix", service.id())
                .containsEntry("database.dbname", service.database())
                .containsEntry("slot.name", service.slot());
    }

    @Test
    void every_attribute_of_a_cloud_event_becomes_a_header() {
        // When
        Map<String, String> config = OutboxConnector.config(Service.LEAD_INTAKE, "db:5432", "secret");

        // Then
        assertThat(config.get("transforms.outbox.table.fields.additional.placement")
                        .split(","))
                .containsExactlyInAnyOrder(
                        "id:header:ce_id",
                        "type:header:ce_type",
                        "source:header:ce_source",
                        "specversion:header:ce_specversion",
                        "time:header:ce_time",
                        "subject:header:ce_subject",
                        "datacontenttype:header:content-type",
                        "traceparent:header:traceparent");
    }

    @Test
    void a_row_names_its_topic_and_a_row_without_payload_is_a_tombstone() {
        // When
        Map<String, String> config = OutboxConnector.config(Service.LEAD_INTAKE, "db:5432", "secret");

        // Then
        assertThat(config)
                .containsEntry("transforms.outbox.route.by.field", "topic")
                .containsEntry("transforms.outbox.route.topic.replacement", "${routedByValue}")
                .containsEntry("transforms.outbox.route.tombstone.on.empty.payload", "true");
    }

    @Test
    void services_on_the_way_of_a_lead_are_read_at_once() {
        assertThat(OutboxConnector.config(Service.LEAD_INTAKE, "db:5432", "secret"))
                .containsEntry("poll.interval.ms", "20");
        assertThat(OutboxConnector.config(Service.REPORTING_SERVICE, "db:5432", "secret"))
                .containsEntry("poll.interval.ms", "500");
    }
}
