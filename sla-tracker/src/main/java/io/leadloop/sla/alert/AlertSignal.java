package io.leadloop.sla.alert;

/** What a listener hears. */
sealed interface AlertSignal {

    record Raised(Alert alert) implements AlertSignal {}

    record StillThere() implements AlertSignal {}
}
