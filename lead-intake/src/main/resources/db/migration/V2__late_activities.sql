create index activity_waiting_by_time on activity (recorded_at, activity_id) where lead_id is null;
