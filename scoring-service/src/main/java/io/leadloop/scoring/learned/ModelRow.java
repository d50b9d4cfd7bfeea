package io.leadloop.scoring.learned;

import io.leadloop.events.EventJson;
import io.leadloop.scoring.learned.rules.LearnedModel;
import io.leadloop.scoring.learned.rules.ModelCard;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A model that was trained, shown or refused. Written once. */
@Entity
@Table(name = "learned_model")
class ModelRow {
    @Id
    @Column(name = "version")
    int version;

    @Column(name = "made_at")
    Instant madeAt;

    @Column(name = "refusal")
    String refusal;

    @Column(name = "won")
    int won;

    @Column(name = "lost")
    int lost;

    @Column(name = "card")
    String card;

    @Column(name = "model")
    String model;

    LearnedModel model() {
        return EventJson.read(model, LearnedModel.class);
    }

    ModelCard card() {
        return EventJson.read(card, ModelCard.class);
    }
}
