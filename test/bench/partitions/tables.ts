import type pg from 'pg';

const BATCH = 100_000;

/** A table with the columns and indexes that cost the audit trail most. What is partitioned needs the month in every key. */
export function columnsOf(table: string, partitioning: string): string {
  const key = partitioning === '' ? 'id' : 'id, occurred_at';
  return `CREATE TABLE ${table} (id uuid NOT NULL, case_id uuid, chain_id uuid, chain_seq bigint,
      occurred_at timestamptz NOT NULL, action text NOT NULL, details text NOT NULL, PRIMARY KEY (${key})) ${partitioning};
    CREATE INDEX ON ${table} (case_id, occurred_at);
    CREATE INDEX ON ${table} (occurred_at) WHERE chain_id IS NULL;`;
}

/** A partition for each of so many months, the present one the last. */
export function monthsOf(months: number): string {
  return Array.from({ length: months }, (_, ago) => {
    const from = `date_trunc('month', now()) - interval '${String(ago)} months'`;
    return `DO $$ BEGIN EXECUTE format('CREATE TABLE parted_${String(ago)} PARTITION OF parted FOR VALUES FROM (%L) TO (%L)',
      ${from}, ${from} + interval '1 month'); END $$;`;
  }).join('\n');
}

/** Ten rows to a case, within a month of its first. */
export async function fill(
  client: pg.Client,
  table: string,
  { rows, months }: { readonly rows: number; readonly months: number },
): Promise<void> {
  for (let done = 0; done < rows; done += BATCH) {
    await client.query(fillOf(table), [done, Math.min(BATCH, rows - done), rows, months]);
  }
}

function fillOf(table: string): string {
  return `INSERT INTO ${table} (id, case_id, chain_id, chain_seq, occurred_at, action, details)
    SELECT gen_random_uuid(), ('00000000-0000-4000-8000-' || lpad(to_hex(n / 10), 12, '0'))::uuid, gen_random_uuid(), n,
      date_trunc('month', now()) - (($4::integer - 1) * (1 - n::float8 / $3)) * interval '30 days', 'case.viewed',
      repeat('x', 300)
    FROM generate_series($1::bigint, $1::bigint + $2::bigint - 1) AS n`;
}
