/** An event is no limit: nobody can be late for it. */
const DUE = `WITH due AS (
    SELECT k.kind, c.queue AS team, to_char(k.due_at AT TIME ZONE 'Europe/London', 'YYYY-MM') AS month,
      coalesce(k.stopped_at, k.paused_at, $4::timestamptz) > k.due_at AS late, k.breach_reason_code AS reason
    FROM case_clock k JOIN case_record c ON c.id = k.case_id
    WHERE k.authority_id = $1 AND k.kind <> 'event'
      AND k.due_at >= ($2::date)::timestamp AT TIME ZONE 'Europe/London'
      AND k.due_at < ($3::date + 1)::timestamp AT TIME ZONE 'Europe/London'
      AND (k.stopped_at IS NOT NULL OR k.due_at < $4::timestamptz)
      AND NOT EXISTS (SELECT 1 FROM unnest($5::text[], $6::text[]) AS r (kind, event)
        WHERE r.kind = k.kind AND r.event = k.stopped_by))`;

/** One pass for every way to break them down. */
export const BREACHES = `${DUE}
  SELECT CASE WHEN grouping(d.kind) = 0 THEN 'kind' WHEN grouping(d.team) = 0 THEN 'team'
      WHEN grouping(d.month) = 0 THEN 'month' ELSE 'total' END AS by,
    coalesce(d.kind, d.team, d.month, '') AS "group",
    count(*) FILTER (WHERE NOT d.late)::int AS met, count(*) FILTER (WHERE d.late)::int AS breached
  FROM due d GROUP BY GROUPING SETS ((), (d.kind), (d.team), (d.month)) ORDER BY 1, 2`;

export const REASONS = `${DUE}
  SELECT coalesce(d.reason, 'none') AS "group", count(*)::int AS breached FROM due d WHERE d.late
  GROUP BY 1 ORDER BY 2 DESC, 1`;
