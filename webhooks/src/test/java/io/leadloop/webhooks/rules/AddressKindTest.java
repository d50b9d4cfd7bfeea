package io.leadloop.webhooks.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressKindTest {

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "8.8.8.8,               PUBLIC",
        "172.15.255.255,        PUBLIC",
        "172.32.0.1,            PUBLIC",
        "100.63.255.255,        PUBLIC",
        "100.128.0.1,           PUBLIC",
        "2a00:1450:4001::200e,  PUBLIC",
        "127.0.0.1,             LOOPBACK",
        "127.255.255.254,       LOOPBACK",
        "::1,                   LOOPBACK",
        "0.0.0.0,               PRIVATE",
        "10.1.2.3,              PRIVATE",
        "100.64.0.1,            PRIVATE",
        "169.254.169.254,       PRIVATE",
        "172.16.0.1,            PRIVATE",
        "172.31.255.255,        PRIVATE",
        "192.0.0.1,             PRIVATE",
        "192.168.1.1,           PRIVATE",
        "198.19.0.1,            PRIVATE",
        "203.0.113.9,           PRIVATE",
        "224.0.0.1,             PRIVATE",
        "255.255.255.255,       PRIVATE",
        "::,                    PRIVATE",
        "fe80::1,               PRIVATE",
        "fc00::1,               PRIVATE",
        "fd12:3456::1,          PRIVATE",
        "ff02::1,               PRIVATE",
        "64:ff9b::a00:1,        PRIVATE",
        "2002:a00:1::1,         PRIVATE",
        "2001:db8::1,           PRIVATE",
        "::7f00:1,              PRIVATE",
    })
    void an_address_lies_where_the_registries_say(String address, AddressKind expected) throws UnknownHostException {
        // When / Then
        assertThat(AddressKind.of(InetAddress.getByName(address).getAddress())).isEqualTo(expected);
    }
}
