package io.leadloop.systemtests.faults.wire;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** The weather over all connections of one proxy, and the place where held bytes wait for it to change. */
final class Sky {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private volatile Weather weather = Weather.CLEAR;

    Weather now() {
        return weather;
    }

    void change(Weather next) {
        lock.lock();
        try {
            weather = next;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Returns when bytes of this direction may go on. */
    void awaitPassage(Direction direction) throws InterruptedException {
        lock.lock();
        try {
            while (weather.holds().contains(direction)) {
                changed.await();
            }
        } finally {
            lock.unlock();
        }
    }
}
