/** Reads the consumer price index from Statistics Norway (PxWebApi v2; no key; open, CC BY 4.0). */
import { env } from '~/infrastructure/env.server';
import { logger } from '~/infrastructure/logger.server';
import type { LocalDate } from '~/lib/local-time';
import { refuse, type Result } from '~/lib/result';
import { parseJsonStat } from './json-stat';
import { INDEX_TABLE, type IndexAlarm, type IndexMonth } from './price-index';

const PATIENCE_MS = 15_000;

/** `unreachable`: no answer, or one that says that it could not be given. */
export type ReadingRefusal = Extract<IndexAlarm, { code: 'unreadable' | 'other_base' }> | { readonly code: 'unreachable' };

/** The published months since one. Never throws. */
export async function readPriceIndex(from: LocalDate): Promise<Result<readonly IndexMonth[], ReadingRefusal>> {
  const since = `${from.slice(0, 4)}M${from.slice(5, 7)}`;
  const query = new URLSearchParams({
    lang: 'no',
    outputFormat: 'json-stat2',
    'valueCodes[ContentsCode]': 'KpiIndMnd',
    'valueCodes[Tid]': `from(${since})`,
  });
  try {
    const answer = await fetch(`${env.KPI_API_BASE}/tables/${INDEX_TABLE}/data?${query.toString()}`, {
      headers: { Accept: 'application/json', 'User-Agent': 'Sundbytunet' },
      redirect: 'error',
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    if (answer.ok) return parseJsonStat(await answer.json());
    logger.warn({ status: answer.status }, 'the price index could not be read');
  } catch (error) {
    logger.warn({ err: error }, 'the price index could not be read');
  }
  return refuse({ code: 'unreachable' });
}
