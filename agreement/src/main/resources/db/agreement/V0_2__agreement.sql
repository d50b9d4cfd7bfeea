-- The signed agreements, as sla-tracker published them; the module agreement owns this table in every service's database.

create table agreement (
    version       int         primary key,
    in_force_from timestamptz not null,
    signed_at     timestamptz not null,
    sha256        text        not null,
    signatures    text        not null,
    document      text        not null
);
