/**
 * Numbers for Prometheus. The registry is the library's own, one per process, however often this module is loaded.
 */
import { collectDefaultMetrics, Gauge, Histogram, register } from 'prom-client';
import { processSingleton } from './process-singleton.server';

processSingleton('default-metrics', () => {
  collectDefaultMetrics();
  return true;
});

export const httpDuration = processSingleton(
  'metric-http-duration',
  () =>
    new Histogram({
      name: 'http_request_duration_seconds',
      help: 'Time from request to answer, by route pattern',
      labelNames: ['method', 'route', 'status'],
      buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
    }),
);

export const jobsWaiting = processSingleton(
  'metric-jobs-waiting',
  () => new Gauge({ name: 'jobs_waiting', help: 'Jobs that are due and not started, by topic', labelNames: ['topic'] }),
);

export const jobsFailed = processSingleton(
  'metric-jobs-failed',
  () => new Gauge({ name: 'jobs_failed', help: 'Jobs that failed for good, by topic', labelNames: ['topic'] }),
);

export const oldestJobAge = processSingleton(
  'metric-jobs-oldest-age',
  () => new Gauge({ name: 'jobs_oldest_waiting_seconds', help: 'How long the oldest due job has waited' }),
);

export function renderMetrics(): Promise<string> {
  return register.metrics();
}

export const metricsContentType = register.contentType;
