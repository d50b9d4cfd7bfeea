-- So that the first lead of a fresh installation finds somebody; leadloop.sample-reps=false leaves this out.

insert into team (team_id, name, manager_id)
select 'sales', 'Sales', 'morgan' where '${sample-reps}' = 'true';

insert into rep (rep_id, name, email, team_id, weight, zone, active)
select rep_id, name, email, 'sales', 1, 'UTC', true
from (values ('ana', 'Ana Alves', 'ana@sales.example'),
             ('ben', 'Ben Berg', 'ben@sales.example'),
             ('chloe', 'Chloe Chen', 'chloe@sales.example')) as sample (rep_id, name, email)
where '${sample-reps}' = 'true';
