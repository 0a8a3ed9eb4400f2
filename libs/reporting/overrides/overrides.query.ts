const COUNTS = `count(*) FILTER (WHERE i.differs = 'as_proposed')::int AS "asProposed",
    count(*) FILTER (WHERE i.differs = 'higher')::int AS higher,
    count(*) FILTER (WHERE i.differs = 'lower')::int AS lower,
    count(*) FILTER (WHERE i.differs = 'no_proposal')::int AS "noProposal"`;

const WITHIN = `i.authority_id = $1 AND i.sign_off <> 'returned'
    AND i.decided_at >= ($2::date)::timestamp AT TIME ZONE 'Europe/London'
    AND i.decided_at < ($3::date + 1)::timestamp AT TIME ZONE 'Europe/London'`;

/** One pass for every way to break them down. */
export const BY_GROUP = `WITH decided AS (
    SELECT i.differs, i.team, i.agency_id, to_char(i.decided_at AT TIME ZONE 'Europe/London', 'YYYY-MM') AS month
    FROM decision_index i WHERE ${WITHIN})
  SELECT CASE WHEN grouping(i.team) = 0 THEN 'team' WHEN grouping(i.agency_id) = 0 THEN 'agency'
      WHEN grouping(i.month) = 0 THEN 'month' ELSE 'total' END AS kind,
    coalesce(i.team, i.agency_id, i.month, '') AS "group", ${COUNTS}
  FROM decided i GROUP BY GROUPING SETS ((), (i.team), (i.agency_id), (i.month)) ORDER BY 1, 2`;

export const BY_RULE = `SELECT 'rule' AS kind, r.rule AS "group", ${COUNTS}
  FROM decision_index i, unnest(i.rules) AS r (rule) WHERE ${WITHIN}
  GROUP BY r.rule HAVING count(*) >= $5 ORDER BY count(*) DESC, r.rule LIMIT $4`;
