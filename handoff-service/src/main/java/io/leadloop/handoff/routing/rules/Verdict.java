package io.leadloop.handoff.routing.rules;

/** Why a rep got the lead, or did not. */
public enum Verdict {
    CHOSEN("chosen"),
    LESS_DUE("others had fewer leads in this period"),
    INACTIVE("not active"),
    OUT_OF_OFFICE("out of office"),
    FULL("at capacity"),
    HAD_IT_LAST("let it expire or rejected it last time");

    private final String sentence;

    Verdict(String sentence) {
        this.sentence = sentence;
    }

    public String sentence() {
        return sentence;
    }
}
