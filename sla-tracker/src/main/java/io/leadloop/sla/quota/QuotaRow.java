package io.leadloop.sla.quota;

import io.leadloop.sla.quota.rules.QuotaMonth;
import io.leadloop.sla.quota.rules.QuotaPart;
import io.leadloop.sla.quota.rules.QuotaStanding;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Optional;

/** The promise of one month or a part of it, and what was told of it. What was delivered is counted anew each time. */
@Entity
@Table(name = "quota")
class QuotaRow {
    @Id
    @Column(name = "quota_id")
    public String quotaId;

    public String month;

    @Column(name = "month_from")
    public Instant monthFrom;

    @Column(name = "month_until")
    public Instant monthUntil;

    public String part;

    public String value;

    @Column(name = "team_id")
    public String teamId;

    public int place;

    /** 0: not promised any more. */
    public int promised;

    @Column(name = "agreement_version")
    public int agreementVersion;

    @Column(name = "quota_version")
    public long quotaVersion;

    @Column(name = "warned_below")
    public Double warnedBelow;

    @Column(name = "missed_at")
    public Instant missedAt;

    public boolean closed;

    /** Whether what was told last still holds. */
    public boolean behind;

    public boolean judged = true;

    static QuotaRow of(QuotaMonth month, QuotaPart part) {
        QuotaRow row = new QuotaRow();
        row.quotaId = idOf(month.month(), part);
        row.month = month.month().toString();
        row.part = part.kind();
        row.value = part.value().orElse(null);
        return row;
    }

    static String idOf(YearMonth month, QuotaPart part) {
        return part.value()
                .map(value -> month + "/" + part.kind() + "/" + value)
                .orElse(month.toString());
    }

    /** Another agreement's other promise has not been warned of. */
    void promise(int number, int agreement) {
        if (agreement != agreementVersion && number != promised) {
            warnedBelow = null;
            missedAt = null;
        }
        promised = number;
        agreementVersion = agreement;
    }

    QuotaStanding standing() {
        return new QuotaStanding(judged, Optional.ofNullable(warnedBelow), Optional.ofNullable(missedAt));
    }

    void become(QuotaStanding standing) {
        warnedBelow = standing.warnedBelow().orElse(null);
        missedAt = standing.missedAt().orElse(null);
    }
}
