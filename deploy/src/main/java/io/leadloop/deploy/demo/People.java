package io.leadloop.deploy.demo;

import io.leadloop.deploy.demo.Words.Phones;
import io.leadloop.deploy.demo.Words.Trade;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Makes people up. Nobody has the same address twice. */
final class People {
    private static final List<Integer> SIZES = List.of(1, 8, 14, 35, 60, 120, 180, 240, 600, 1_500, 4_000);

    private final Dice dice;
    private final Set<String> taken = new HashSet<>();

    People(Dice dice) {
        this.dice = dice;
    }

    /** Somebody who may decide, at a company that could buy. */
    Person buyer() {
        return somebody(dice.of(Words.DECIDERS), SIZES.get(5 + dice.below(SIZES.size() - 5)), 90);
    }

    /** Anybody at any company. */
    Person anybody() {
        return somebody(dice.of(dice.percent(30) ? Words.DECIDERS : Words.OTHERS), dice.of(SIZES), 60);
    }

    /** An address, and perhaps a name. */
    Person hardlyAnything() {
        String first = dice.of(Words.FIRST);
        return new Person(
                address(plain(first), dice.of(Words.FREE_MAIL)),
                dice.percent(50) ? Optional.of(first) : Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** A machine's idea of a person, or somebody who will never buy. */
    Person nobody() {
        if (dice.percent(40)) {
            return somebody(dice.of(Words.NOT_BUYERS), 1, 20);
        }
        String letters = Long.toString(0x5_0000L + dice.below(0xf_ffff), 36);
        return new Person(
                address(letters + "x", dice.of(Words.FREE_MAIL)),
                Optional.of(letters),
                Optional.of(letters),
                Optional.empty(),
                Optional.empty(),
                Optional.of("asdf"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private Person somebody(String jobTitle, int employees, int phonePercent) {
        String first = dice.of(Words.FIRST);
        String last = dice.of(Words.LAST);
        Trade trade = dice.of(Words.TRADES);
        String company = dice.of(Words.COMPANY_BEGIN) + " " + trade.end();
        Phones phones = dice.of(Words.PHONES);
        return new Person(
                address(
                        plain(first) + "." + plain(last),
                        company.toLowerCase(Locale.ROOT).replace(' ', '-') + ".example"),
                Optional.of(first),
                Optional.of(last),
                dice.percent(phonePercent) ? Optional.of(number(phones)) : Optional.empty(),
                Optional.of(company),
                Optional.of(jobTitle),
                Optional.of(phones.country()),
                dice.percent(80) ? Optional.of(trade.industry()) : Optional.empty(),
                Optional.of(employees));
    }

    private String number(Phones phones) {
        int bound = (int) Math.pow(10, phones.digits());
        return phones.prefix() + String.format(Locale.ROOT, "%0" + phones.digits() + "d", dice.below(bound));
    }

    private String address(String local, String domain) {
        String address = local + "@" + domain;
        for (int number = 2; !taken.add(address); number++) {
            address = local + number + "@" + domain;
        }
        return address;
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replace(" ", "");
    }
}
