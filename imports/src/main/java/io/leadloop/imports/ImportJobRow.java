package io.leadloop.imports;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A file that is imported. */
@Entity
@Table(name = "import_job")
class ImportJobRow {
    @Id
    public UUID id;

    public String kind;

    @Column(name = "file_name")
    public String fileName;

    public String state;

    @Column(name = "created_by")
    public String createdBy;

    @Column(name = "created_at", insertable = false, updatable = false)
    public Instant createdAt;

    @Column(name = "completed_at", insertable = false, updatable = false)
    public Instant completedAt;

    public String traceparent;
}
