-- Figures read the facts of each case, one by one. The same few facts stand a thousand times over: now cases are counted where
-- they lie, by what the rates ask of them.

-- @tables
-- Facts of a case in the order that `factsFromKey` of the domain reads. A clock is `none`, `idle` (stands still, or was dropped undone),
-- `running`, `met` or `late`; when a running one ends stands beside, in milliseconds since 1970 as in the facts.
alter table case_file
  add column facts_key text not null generated always as (
    (facts ->> 'state')
    || ' ' || (facts ->> 'reporter')
    || ' ' || (facts ->> 'split')
    || ' ' || (facts ->> 'everAssigned')
    || ' ' || (facts ->> 'handBacks')
    || ' ' || (facts ->> 'deferrals')
    || ' ' || (facts ->> 'reworks')
    || ' ' || case
      when facts -> 'contact' is null then 'none'
      when not facts -> 'contact' ? 'doneAt' then case when facts -> 'contact' ? 'due' then 'running' else 'idle' end
      -- As the domain does: done within the minute in which it was due is in time.
      when div((facts #>> '{contact,doneAt}')::numeric, 60000) * 60000 > (facts #>> '{contact,due}')::numeric then 'late'
      else 'met'
    end
    || ' ' || case
      when facts -> 'handle' is null then 'none'
      when not facts -> 'handle' ? 'doneAt' then case when facts -> 'handle' ? 'due' then 'running' else 'idle' end
      when div((facts #>> '{handle,doneAt}')::numeric, 60000) * 60000 > (facts #>> '{handle,due}')::numeric then 'late'
      else 'met'
    end
    || ' ' || coalesce(facts #>> '{rating,solved}', 'none')
    || ' ' || coalesce(facts #>> '{rating,satisfied}', 'none')
  ) stored,
  add column contact_ends bigint generated always as (
    case when not facts -> 'contact' ? 'doneAt' then (facts #>> '{contact,due}')::bigint end
  ) stored,
  add column handle_ends bigint generated always as (
    case when not facts -> 'handle' ? 'doneAt' then (facts #>> '{handle,due}')::bigint end
  ) stored;
