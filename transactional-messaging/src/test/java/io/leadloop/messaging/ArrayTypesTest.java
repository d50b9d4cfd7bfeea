package io.leadloop.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import org.hibernate.boot.MetadataSources;
import org.hibernate.boot.registry.StandardServiceRegistry;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;
import org.hibernate.boot.spi.MetadataImplementor;
import org.hibernate.cfg.AvailableSettings;
import org.hibernate.dialect.PostgreSQLDialect;
import org.hibernate.type.spi.TypeConfiguration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ArrayTypesTest {
    private final StandardServiceRegistry services = new StandardServiceRegistryBuilder()
            .applySetting(AvailableSettings.DIALECT, PostgreSQLDialect.class.getName())
            .applySetting(AvailableSettings.ALLOW_METADATA_ON_BOOT, false)
            .build();
    private final TypeConfiguration types =
            ((MetadataImplementor) new MetadataSources(services).buildMetadata()).getTypeConfiguration();

    @AfterEach
    void close() {
        StandardServiceRegistryBuilder.destroy(services);
    }

    @Test
    void arrays_that_batches_are_passed_as_are_found_by_the_name_of_their_class() {
        // Given what Hibernate knows by itself
        assertThat(ArrayTypes.USED).noneMatch(this::isFound);

        // When
        ArrayTypes.register(types);

        // Then
        assertThat(ArrayTypes.USED).allMatch(this::isFound);
    }

    private boolean isFound(Class<?> array) {
        return types.getBasicTypeRegistry().getRegisteredType(array) != null;
    }
}
