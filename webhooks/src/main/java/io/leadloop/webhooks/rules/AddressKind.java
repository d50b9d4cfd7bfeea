package io.leadloop.webhooks.rules;

import java.util.List;

/**
 * Where an address lies. Whoever registers a webhook chooses an address that this service connects to, so it must not lead to
 * machines that only this service can reach.
 */
public enum AddressKind {
    /** On the internet. */
    PUBLIC,
    /** This machine. */
    LOOPBACK,
    /** A network of its own, or of no use: private, link-local, shared, reserved, documentation, multicast. */
    PRIVATE;

    /** IANA's special-purpose registries; what is not globally reachable there. */
    private static final List<Block> V4 = List.of(
            new Block(8, 0),
            new Block(8, 10),
            new Block(10, 100, 64),
            new Block(16, 169, 254),
            new Block(12, 172, 16),
            new Block(24, 192, 0, 0),
            new Block(24, 192, 0, 2),
            new Block(24, 192, 88, 99),
            new Block(16, 192, 168),
            new Block(15, 198, 18),
            new Block(24, 198, 51, 100),
            new Block(24, 203, 0, 113),
            new Block(4, 224),
            new Block(4, 240));

    /** Those that carry an IPv4 address inside are private as a whole: nobody needs them here. */
    private static final List<Block> V6 = List.of(
            new Block(96, 0),
            new Block(96, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff),
            new Block(32, 0, 0x64, 0xff, 0x9b),
            new Block(64, 1),
            new Block(23, 0x20, 1),
            new Block(32, 0x20, 1, 0xd, 0xb8),
            new Block(16, 0x20, 2),
            new Block(20, 0x3f, 0xff),
            new Block(7, 0xfc),
            new Block(10, 0xfe, 0x80),
            new Block(10, 0xfe, 0xc0),
            new Block(8, 0xff));

    /** @param address four or sixteen bytes */
    public static AddressKind of(byte[] address) {
        if (isLoopback(address)) {
            return LOOPBACK;
        }
        List<Block> blocks = address.length == 4 ? V4 : V6;
        return blocks.stream().anyMatch(block -> block.contains(address)) ? PRIVATE : PUBLIC;
    }

    private static boolean isLoopback(byte[] address) {
        if (address.length == 4) {
            return address[0] == 127;
        }
        for (int i = 0; i < 15; i++) {
            if (address[i] != 0) {
                return false;
            }
        }
        return address[15] == 1;
    }

    /** @param start its first bytes, the rest zero */
    private record Block(int bits, int... start) {
        boolean contains(byte[] address) {
            for (int bit = 0; bit < bits; bit++) {
                int at = bit / 8;
                int wanted = at < start.length ? start[at] : 0;
                int mask = 0x80 >> (bit % 8);
                if ((address[at] & mask) != (wanted & mask)) {
                    return false;
                }
            }
            return true;
        }
    }
}
