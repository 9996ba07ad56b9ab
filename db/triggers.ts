/**
 * What the database itself holds to, beyond what a table definition can say: history is not rewritten,
 * the audit chain is unbroken, and every change is announced. Data first, SQL made from it; applied where the
 * database has not got them yet, after each migration, and the same when applied twice.
 */

/** Tables that only ever grow: UPDATE, DELETE and TRUNCATE are refused. */
const APPEND_ONLY = [
  'progress_records',
  'evidence',
  'files',
  'reported_values',
  'supervision_events',
  'supervision_evidence',
  'audit',
  'snapshots',
  'annual_events',
  'annual_submissions',
  'annual_claims',
  'annual_verdicts',
  'annual_marks',
  'annual_files',
  'annual_overrides',
  'annual_objections',
  'annual_answers',
  'annual_results',
  'practices',
  'bulletin_versions',
  'inspection_findings',
  'inspection_events',
  'inspection_evidence',
] as const;

/**
 * References of tables that are written thousands of rows at a time: checked once for each statement instead of once
 * for each row, which took as long as writing the row and locked the row referred to. Sound because what is referred
 * to is never taken away: its DELETE, TRUNCATE and change of key are refused.
 */
const SET_REFERENCES = {
  reminders: { column: 'assignment_id', to: 'assignments' },
} as const;

/** Tables whose rows are announced when they are new or their state is: under which topic, and which column that is. */
const ANNOUNCED = {
  inbox: { topic: 'chat', state: 'state' },
  outbox: { topic: 'chat', state: 'state' },
  job_runs: { topic: 'jobs', state: 'outcome' },
  job_switches: { topic: 'jobs', state: 'paused' },
} as const;

/** The topic of a change of the data, announced with its version by the audit's own trigger. */
const CHANGE = 'change';

/** The channel of LISTEN and NOTIFY; its payload is `{"domain", "topic", "version"?}`. */
export const CHANNEL = 'duban';

const refuse = `
create or replace function duban_refuse() returns trigger language plpgsql as $$
begin
  raise exception 'table % is %: % refused', tg_table_name, coalesce(tg_argv[0], 'append-only'), tg_op
    using errcode = 'restrict_violation';
end $$;`;

/** A published scheme may be superseded, once; nothing else of it changes ever. */
const frozenScheme = `
create or replace function duban_frozen_scheme() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and old.state = 'published' and new.state = 'superseded'
    and (new.domain_id, new.id, new.year, new.version, new.body, new.revision, new.copied_from, new.created_at,
        new.published_at)
      is not distinct from
      (old.domain_id, old.id, old.year, old.version, old.body, old.revision, old.copied_from, old.created_at,
        old.published_at) then
    return new;
  end if;
  raise exception 'a published scheme is frozen: % refused', tg_op using errcode = 'restrict_violation';
end $$;
create or replace trigger schemes_frozen before update or delete on schemes
  for each row when (old.state <> 'draft') execute function duban_frozen_scheme();
create or replace trigger schemes_no_truncate before truncate on schemes
  for each statement execute function duban_refuse();`;

/**
 * An issued bulletin may be withdrawn, once, and noted as sent out, once; nothing else of it changes ever, nor do the
 * practices that it carries.
 */
const frozenBulletin = `
create or replace function duban_frozen_bulletin() returns trigger language plpgsql as $$
declare changed bulletins;
begin
  if tg_op = 'UPDATE' then
    changed := new;
    changed.version := old.version;
    if old.pushed_at is null then changed.pushed_at := null; end if;
    if old.state = 'issued' and new.state = 'withdrawn' then
      changed.state := old.state;
      changed.withdrawn_at := null;
      changed.withdrawn_reason := null;
    end if;
    if changed is not distinct from old then return new; end if;
  end if;
  raise exception 'an issued bulletin is frozen: % refused', tg_op using errcode = 'restrict_violation';
end $$;
create or replace trigger bulletins_frozen before update or delete on bulletins
  for each row when (old.state in ('issued', 'withdrawn')) execute function duban_frozen_bulletin();
create or replace trigger bulletins_no_truncate before truncate on bulletins
  for each statement execute function duban_refuse();
create or replace function duban_frozen_practices() returns trigger language plpgsql as $$
declare of_bulletin bulletin_practices;
begin
  of_bulletin := case when tg_op = 'DELETE' then old else new end;
  if exists (select 1 from bulletins b where b.domain_id = of_bulletin.domain_id
    and b.id = of_bulletin.bulletin_id and b.issued_at is not null) then
    raise exception 'an issued bulletin is frozen: % refused', tg_op using errcode = 'restrict_violation';
  end if;
  return of_bulletin;
end $$;
create or replace trigger bulletin_practices_frozen before insert or update or delete on bulletin_practices
  for each row execute function duban_frozen_practices();`;

/** A published check list may be superseded, once; nothing else of it changes ever, nor do its items. */
const frozenCheckList = `
create or replace function duban_frozen_check_list() returns trigger language plpgsql as $$
declare changed check_lists;
begin
  if tg_op = 'UPDATE' and old.state = 'published' and new.state = 'superseded' then
    changed := new;
    changed.state := old.state;
    changed.superseded_at := null;
    if changed is not distinct from old then return new; end if;
  end if;
  raise exception 'a published check list is frozen: % refused', tg_op using errcode = 'restrict_violation';
end $$;
create or replace trigger check_lists_frozen before update or delete on check_lists
  for each row when (old.state <> 'draft') execute function duban_frozen_check_list();
create or replace trigger check_lists_no_truncate before truncate on check_lists
  for each statement execute function duban_refuse();
create or replace function duban_frozen_check_items() returns trigger language plpgsql as $$
declare of_list check_items;
begin
  of_list := case when tg_op = 'DELETE' then old else new end;
  if exists (select 1 from check_lists l where l.domain_id = of_list.domain_id
    and l.id in (of_list.list_id, case when tg_op = 'UPDATE' then old.list_id end) and l.state <> 'draft') then
    raise exception 'a published check list is frozen: % refused', tg_op using errcode = 'restrict_violation';
  end if;
  return of_list;
end $$;
create or replace trigger check_items_frozen before insert or update or delete on check_items
  for each row execute function duban_frozen_check_items();`;

/** Numbers an audit entry and chains it: hash = SHA-256 over the entry before and this one's content. */
const chain = `
create or replace function duban_chain() returns trigger language plpgsql as $$
declare head audit_heads;
begin
  insert into audit_heads (domain_id) values (new.domain_id) on conflict do nothing;
  select * into head from audit_heads where domain_id = new.domain_id for update;
  new.seq := head.seq + 1;
  new.previous_hash := head.hash;
  new.hash := duban_audit_hash(new);
  update audit_heads set seq = new.seq, hash = new.hash where domain_id = new.domain_id;
  perform pg_notify('${CHANNEL}', json_build_object(
    'domain', new.domain_id, 'topic', '${CHANGE}', 'version', new.seq)::text);
  return new;
end $$;
create or replace trigger audit_chain before insert on audit for each row execute function duban_chain();`;

/** The content is hashed as text in one fixed order; the instant as whole milliseconds. */
const auditHash = `
create or replace function duban_audit_hash(entry audit) returns text language sql stable as $$
  select encode(sha256(convert_to(concat_ws('|', entry.previous_hash, entry.domain_id, entry.seq,
    round(extract(epoch from entry.at) * 1000), coalesce(entry.person_id::text, '-'), entry.actor, entry.action,
    entry.subject, entry.detail::text), 'UTF8')), 'hex')
$$;`;

const announce = `
create or replace function duban_announce() returns trigger language plpgsql as $$
begin
  perform pg_notify('${CHANNEL}', json_build_object('domain', new.domain_id, 'topic', tg_argv[0])::text);
  return null;
end $$;
create or replace function duban_announce_new() returns trigger language plpgsql as $$
begin
  perform pg_notify('${CHANNEL}', json_build_object('domain', domain_id, 'topic', tg_argv[0])::text)
    from (select distinct domain_id from added) as whose;
  return null;
end $$;`;

const appendOnly = (table: string): string => `
create or replace trigger ${table}_append_only before update or delete on ${table}
  for each row execute function duban_refuse();
create or replace trigger ${table}_no_truncate before truncate on ${table}
  for each statement execute function duban_refuse();`;

const setReference = ([table, { column, to }]: [string, { column: string; to: string }]): string => `
create or replace function duban_${table}_refer() returns trigger language plpgsql as $$
begin
  if exists (select from added where not exists (
    select from ${to} there where there.domain_id = added.domain_id and there.id = added.${column})) then
    raise exception 'table ${table} refers to a row of ${to} that is not there' using errcode = 'foreign_key_violation';
  end if;
  return null;
end $$;
create or replace trigger ${table}_refer after insert on ${table}
  referencing new table as added for each statement execute function duban_${table}_refer();
create or replace trigger ${table}_refer_still before update of domain_id, ${column} on ${table}
  for each row execute function duban_refuse('checked when written');
create or replace trigger ${to}_kept before delete or update of domain_id, id on ${to}
  for each row execute function duban_refuse('referred to');
create or replace trigger ${to}_no_truncate before truncate on ${to}
  for each statement execute function duban_refuse('referred to');`;

/** New rows are announced once for each statement, however many they are. */
const announced = ([table, { topic, state }]: [string, { topic: string; state: string }]): string => `
create or replace trigger ${table}_announced after update of ${state} on ${table}
  for each row execute function duban_announce('${topic}');
create or replace trigger ${table}_announced_new after insert on ${table}
  referencing new table as added for each statement execute function duban_announce_new('${topic}');`;

/** All of it as one script. */
export const TRIGGERS = [
  refuse,
  auditHash,
  chain,
  frozenScheme,
  frozenBulletin,
  frozenCheckList,
  announce,
  ...APPEND_ONLY.map(appendOnly),
  ...Object.entries(SET_REFERENCES).map(setReference),
  ...Object.entries(ANNOUNCED).map(announced),
].join('\n');
