package io.leadloop.deploy.demo;

import java.util.List;

/** What people and companies are called. Nobody is meant: addresses end in {@code .example}, which nobody can own. */
final class Words {
    static final List<String> FIRST = List.of(
            "Aisha", "Alma", "Amir", "Anders", "Beatriz", "Bruno", "Camille", "Carlos", "Chiara", "Dana", "Daniel",
            "Elif", "Emma", "Farah", "Felix", "Freya", "Gabriel", "Grace", "Hana", "Hugo", "Ines", "Ivan", "Jonas",
            "Julia", "Kai", "Kofi", "Lena", "Liam", "Lucia", "Maja", "Marco", "Mei", "Mila", "Nadia", "Noah", "Olga",
            "Omar", "Paula", "Priya", "Rafael", "Rosa", "Samir", "Sofia", "Tariq", "Theo", "Uma", "Viktor", "Wanda",
            "Yara", "Zoe");
    static final List<String> LAST = List.of(
            "Adeyemi",
            "Almeida",
            "Andersson",
            "Bauer",
            "Becker",
            "Brandt",
            "Carter",
            "Castillo",
            "Chen",
            "Costa",
            "Dubois",
            "Eriksen",
            "Ferrari",
            "Fischer",
            "Garcia",
            "Haddad",
            "Hansen",
            "Hughes",
            "Ibrahim",
            "Ivanova",
            "Jansen",
            "Kaya",
            "Keller",
            "Kim",
            "Kowalski",
            "Larsen",
            "Lopez",
            "Mancini",
            "Martin",
            "Mbeki",
            "Meyer",
            "Moreau",
            "Nakamura",
            "Novak",
            "Okafor",
            "Olsen",
            "Patel",
            "Pereira",
            "Reyes",
            "Rossi",
            "Sato",
            "Schmidt",
            "Silva",
            "Singh",
            "Suzuki",
            "Tanaka",
            "Torres",
            "Vogel",
            "Walker",
            "Yilmaz");
    static final List<String> COMPANY_BEGIN = List.of(
            "Alder",
            "Amber",
            "Birch",
            "Blue Heron",
            "Bright Water",
            "Cedar",
            "Copper",
            "Crane",
            "Delta",
            "Eagle Rock",
            "Falcon",
            "Granite",
            "Green Field",
            "Harbor",
            "Hill Top",
            "Iron Gate",
            "Juniper",
            "Lake View",
            "Lighthouse",
            "Maple",
            "Meridian",
            "North Star",
            "Oak Ridge",
            "Orchard",
            "Pine",
            "Quarry",
            "Red Kite",
            "River Bend",
            "Sand Hill",
            "Silver Birch",
            "South Gate",
            "Stone Bridge",
            "Summit",
            "Tidal",
            "Two Rivers",
            "West Wind",
            "Willow",
            "Winter");

    /** What a company does, and the industry that it names. */
    record Trade(String end, String industry) {}

    static final List<Trade> TRADES = List.of(
            new Trade("Foods", "Food"),
            new Trade("Logistics", "Logistics"),
            new Trade("Robotics", "Manufacturing"),
            new Trade("Tools", "Manufacturing"),
            new Trade("Steel", "Manufacturing"),
            new Trade("Health", "Healthcare"),
            new Trade("Clinics", "Healthcare"),
            new Trade("Software", "Software"),
            new Trade("Analytics", "Software"),
            new Trade("Energy", "Energy"),
            new Trade("Solar", "Energy"),
            new Trade("Bank", "Finance"),
            new Trade("Insurance", "Finance"),
            new Trade("Retail", "Retail"),
            new Trade("Textiles", "Retail"),
            new Trade("Travel", "Travel"),
            new Trade("Media", "Media"),
            new Trade("Academy", "Education"));

    static final List<String> DECIDERS = List.of(
            "VP Operations",
            "Head of Operations",
            "Chief Operating Officer",
            "Director of Sales",
            "VP Marketing",
            "Head of Growth",
            "CEO",
            "Founder",
            "CFO",
            "Managing Director",
            "VP Revenue");
    static final List<String> OTHERS = List.of(
            "Operations Manager",
            "Sales Manager",
            "Marketing Manager",
            "Project Lead",
            "Solution Architect",
            "Analyst",
            "Office Manager",
            "Buyer",
            "Team Assistant",
            "Consultant");
    static final List<String> NOT_BUYERS = List.of("Student", "Intern", "Job seeker");
    static final List<String> FREE_MAIL = List.of("free-mail.example", "postbox.example", "my-inbox.example");
    static final List<String> MESSAGES = List.of(
            "A demo for our team, please.",
            "Do you work with our ERP?",
            "We compare three vendors this month.",
            "What does it cost for 80 people?",
            "Please call me next week.",
            "Our leads get lost between two systems.",
            "Saw your talk, would like to know more.");
    static final List<String> JUNK = List.of(
            "BEST PRICES followers cheap!!!",
            "asdf asdf",
            "Dear sir, your site is not on first page of search",
            "test test test",
            "Win a prize now");

    /** Where a country's fictional telephone numbers lie: reserved for films and examples by its regulator. */
    record Phones(String country, String prefix, int digits) {}

    static final List<Phones> PHONES = List.of(
            new Phones("US", "+1 212 555 01", 2),
            new Phones("US", "+1 415 555 01", 2),
            new Phones("US", "+1 312 555 01", 2),
            new Phones("GB", "+44 20 7946 0", 3),
            new Phones("GB", "+44 1632 960", 3),
            new Phones("DE", "+49 30 23125 ", 3),
            new Phones("FR", "+33 1 99 00 ", 4),
            new Phones("AU", "+61 2 5550 ", 4));

    private Words() {}
}
