package io.leadloop.reporting.funnel.rules;

/** How far a lead came at least once. Each step contains the ones before it, so that a funnel never widens downwards. */
public enum FunnelStep {
    CAPTURED,
    MQL,
    SQL,
    WON
}
