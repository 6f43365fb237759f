/**
 * Measures every request and answers Prometheus.
 */
import type { RequestHandler } from 'express';
import { pool } from '../../app/infrastructure/db.server';
import {
  httpDuration,
  jobsFailed,
  jobsWaiting,
  metricsContentType,
  oldestJobAge,
  renderMetrics,
} from '../../app/infrastructure/metrics.server';

const FILES = /^\/(assets|fonts|images)\//;

export const httpMetrics =
  (patternOf: (path: string) => string): RequestHandler =>
  (req, res, next) => {
    const started = process.hrtime.bigint();
    const { path, method } = req;
    res.once('finish', () => {
      const seconds = Number(process.hrtime.bigint() - started) / 1e9;
      const route = FILES.test(path) ? 'file' : patternOf(path);
      httpDuration.observe({ method, route, status: String(res.statusCode) }, seconds);
    });
    next();
  };

export const metricsEndpoint: RequestHandler = (_req, res, next) => {
  readJobs()
    .then(renderMetrics)
    .then((text) => res.type(metricsContentType).send(text))
    .catch(next);
};

type JobRow = { topic: string; waiting: number; failed: number; oldest: number | null };

async function readJobs(): Promise<void> {
  const { rows } = await pool.query<JobRow>(`
    SELECT task_identifier AS topic,
           count(*) FILTER (WHERE locked_at IS NULL AND run_at <= now() AND attempts < max_attempts)::int AS waiting,
           count(*) FILTER (WHERE attempts >= max_attempts AND locked_at IS NULL)::int AS failed,
           extract(epoch FROM now() - min(run_at) FILTER (WHERE locked_at IS NULL AND run_at <= now() AND attempts < max_attempts))::float AS oldest
    FROM graphile_worker.jobs
    GROUP BY task_identifier`);
  jobsWaiting.reset();
  jobsFailed.reset();
  for (const { topic, waiting, failed } of rows) {
    jobsWaiting.set({ topic }, waiting);
    jobsFailed.set({ topic }, failed);
  }
  oldestJobAge.set(Math.max(0, ...rows.map(({ oldest }) => oldest ?? 0)));
}
