package io.leadloop.reporting.web.others;

import java.util.Optional;
import java.util.function.Function;

/** What one service said: something, that it has nothing, that this user may not see it, or nothing at all. */
public sealed interface Part<T> {

    record Told<T>(T value) implements Part<T> {}

    record Nothing<T>() implements Part<T> {}

    record Hidden<T>() implements Part<T> {}

    record Silent<T>() implements Part<T> {}

    default Optional<T> told() {
        return switch (this) {
            case Told<T> told -> Optional.of(told.value());
            case Nothing<T> unused -> Optional.empty();
            case Hidden<T> unused -> Optional.empty();
            case Silent<T> unused -> Optional.empty();
        };
    }

    default <R> Part<R> map(Function<T, R> function) {
        return switch (this) {
            case Told<T> told -> new Told<>(function.apply(told.value()));
            case Nothing<T> unused -> new Nothing<>();
            case Hidden<T> unused -> new Hidden<>();
            case Silent<T> unused -> new Silent<>();
        };
    }
}
