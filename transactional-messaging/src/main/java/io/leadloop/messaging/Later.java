package io.leadloop.messaging;

/** Does something when a time is over. */
@FunctionalInterface
interface Later {
    void after(long millis, Runnable next);
}
