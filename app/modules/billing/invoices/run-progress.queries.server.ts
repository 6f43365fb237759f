import { db } from '~/infrastructure/db.server';
import { fromDateColumn, type LocalDate } from '~/lib/local-time';
import { INVOICE_TOPICS } from './invoice.messages';
import type { LeftOut, RunState } from './invoice-run';
import type { RunCounts, RunProgress, RunTrouble } from './run-progress';

const MOST_TROUBLES = 50;

/** Null when there is no such run. */
export async function findRunProgress(runId: string): Promise<RunProgress | null> {
  const run = await db.invoiceRun.findUnique({
    where: { id: runId },
    select: {
      ...{ id: true, month: true, state: true, createdAt: true, finishedAt: true, preparedAt: true, leftOut: true },
      startedBy: { select: { name: true, email: true } },
    },
  });
  if (!run) return null;
  const [counts] = await db.$queryRaw<(RunCounts & { grossOre: bigint })[]>`
    SELECT count(*)::int AS "all", (count(*) FILTER (WHERE number IS NOT NULL))::int AS issued,
      (count(*) FILTER (WHERE state = 'discarded'))::int AS discarded,
      (count(*) FILTER (WHERE state = 'issuing' AND failure IS NULL))::int AS "underWay",
      (count(*) FILTER (WHERE state = 'issuing' AND failure IS NOT NULL))::int AS stuck,
      coalesce(sum(gross_ore) FILTER (WHERE number IS NOT NULL), 0)::bigint AS "grossOre"
    FROM invoice WHERE run_id = ${runId}::uuid`;
  const { grossOre = 0n, ...rest } = counts ?? {};
  return {
    ...{ id: run.id, state: run.state, startedAt: run.createdAt, finishedAt: run.finishedAt },
    month: fromDateColumn(run.month),
    startedBy: run.startedBy.name || run.startedBy.email,
    prepared: run.preparedAt !== null,
    counts: { all: 0, issued: 0, discarded: 0, underWay: 0, stuck: 0, ...rest },
    grossOre: Number(grossOre),
    // Written by ourselves when the run was prepared.
    leftOut: run.leftOut as unknown as LeftOut[],
    troubles: await findTroubles(runId),
  };
}

/** Invoices that stand still: refused, given up, or with a job that has failed and waits for its next attempt. */
async function findTroubles(runId: string): Promise<RunTrouble[]> {
  return db.$queryRaw<RunTrouble[]>`
    SELECT i.id::text AS "invoiceId", o.name, i.gross_ore AS "grossOre", i.state::text AS state, i.failure, coalesce(j.attempts, 0)::int AS attempts
    FROM invoice i JOIN organisation o ON o.id = i.organisation_id
    LEFT JOIN graphile_worker.jobs j ON j.key = ${`${INVOICE_TOPICS.issue}:`} || i.id::text AND j.last_error IS NOT NULL
    WHERE i.run_id = ${runId}::uuid AND (i.state = 'discarded' OR (i.state = 'issuing' AND (i.failure IS NOT NULL OR j.id IS NOT NULL)))
    ORDER BY o.name, i.id LIMIT ${MOST_TROUBLES}`;
}

export interface RunLine {
  readonly id: string;
  readonly state: RunState;
  readonly startedAt: Date;
  readonly invoiceCount: number;
  readonly grossOre: number;
}

/** The runs of a month, the newest first, and the one under way in any month. */
export async function listRuns(month: LocalDate): Promise<{ runs: RunLine[]; running: { id: string; month: LocalDate } | null }> {
  const runs = await db.$queryRaw<RunLine[]>`
    SELECT r.id::text, r.state::text AS state, r.created_at AS "startedAt",
      (count(i.id) FILTER (WHERE i.number IS NOT NULL))::int AS "invoiceCount",
      coalesce(sum(i.gross_ore) FILTER (WHERE i.number IS NOT NULL), 0)::float8 AS "grossOre"
    FROM invoice_run r LEFT JOIN invoice i ON i.run_id = r.id
    WHERE r.month = ${month}::date GROUP BY r.id ORDER BY r.created_at DESC LIMIT 20`;
  const running = await db.invoiceRun.findFirst({ where: { state: 'running' }, select: { id: true, month: true } });
  return { runs, running: running && { id: running.id, month: fromDateColumn(running.month) } };
}
