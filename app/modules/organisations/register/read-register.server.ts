/** Asks the open register of legal entities about one organisation. No key is needed; the answers are public (NLOD). */
import { env } from '~/infrastructure/env.server';
import { logger } from '~/infrastructure/logger.server';
import { parseRegisterEntity } from './register-answer';
import type { RegisterReply } from './register-reply';

const PATIENCE_MS = 6_000;

/** What the register says of a checked number; departments (`underenheter`) are found as well. Never throws. */
export async function readRegister(organisationNumber: string): Promise<RegisterReply> {
  const entity = await ask('enheter', organisationNumber);
  return entity.state === 'unknown' ? ask('underenheter', organisationNumber) : entity;
}

async function ask(list: 'enheter' | 'underenheter', number: string): Promise<RegisterReply> {
  const url = `${env.REGISTER_API_BASE}/${list}/${number}`;
  try {
    const answer = await fetch(url, {
      headers: { Accept: 'application/json', 'User-Agent': 'Sundbytunet' },
      redirect: 'error',
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    if (answer.status === 404) return { state: 'unknown' };
    const body: unknown = await answer.json();
    // Taken out of the open data for legal reasons: only number and date are left.
    if (answer.status === 410) return { state: 'removed', name: null, deletedOn: deletedOnOf(body) };
    const entity = answer.ok ? parseRegisterEntity(body) : null;
    if (entity) return entity;
    logger.warn({ status: answer.status, list }, 'the register of legal entities gave no answer that can be read');
  } catch (error) {
    logger.warn({ err: error, list }, 'the register of legal entities did not answer');
  }
  return { state: 'unavailable' };
}

function deletedOnOf(body: unknown): string | null {
  const date = typeof body === 'object' && body !== null && 'slettedato' in body ? body.slettedato : null;
  return typeof date === 'string' ? date : null;
}
