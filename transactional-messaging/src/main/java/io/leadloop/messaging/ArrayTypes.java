package io.leadloop.messaging;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.hibernate.metamodel.MappingMetamodel;
import org.hibernate.reactive.mutiny.Mutiny;
import org.hibernate.type.descriptor.java.JavaType;
import org.hibernate.type.spi.TypeConfiguration;

/**
 * Makes the arrays known as which batches are passed ({@code unnest(?1)}). Hibernate ORM 7.2 looks a parameter's type up by the name of
 * its class; a type that it does not find there it makes anew for each parameter, and throws and swallows an exception each time
 * ({@code BasicTypeRegistry.register}): some twenty times a transaction, each with a stack trace of a hundred frames.
 */
@Singleton
class ArrayTypes {
    static final List<Class<?>> USED =
            List.of(String[].class, UUID[].class, Long[].class, Integer[].class, Boolean[].class);

    static void register(@Observes StartupEvent started, Mutiny.SessionFactory sessions) {
        MappingMetamodel model = (MappingMetamodel) sessions.getMetamodel();
        register(model.getTypeConfiguration());
    }

    static void register(TypeConfiguration types) {
        for (Class<?> array : USED) {
            JavaType<?> known = types.getJavaTypeRegistry().resolveDescriptor(array);
            types.getBasicTypeRegistry()
                    .register(
                            types.getBasicTypeRegistry()
                                    .resolve(
                                            known,
                                            known.getRecommendedJdbcType(types.getCurrentBaseSqlTypeIndicators())),
                            array.getTypeName());
        }
    }
}
