/** What a lock system is told: ids and times, never who. Pure. */
import { z } from 'zod';
import { addMinutes } from '~/lib/interval';

export const LOCK_TOPICS = { tell: 'doors.tell-lock' } as const;

export const lockNewsPayload = z.object({ grantId: z.uuid() });

export interface LockNews {
  readonly id: string;
  readonly kind: 'granted' | 'changed' | 'revoked';
  readonly number: number;
  readonly grantId: string;
  readonly buildingSlug: string;
  readonly roomSlug: string;
  readonly opensAt: Date;
  readonly closesAt: Date;
  readonly createdAt: Date;
}

/** The body of a delivery. Sent again it is the same to the letter, so that the signature is all that differs. */
export function lockNewsBody(news: LockNews): string {
  return JSON.stringify({
    id: news.id,
    type: `access.${news.kind}`,
    created: news.createdAt.toISOString(),
    access: {
      id: news.grantId,
      /** Rises with each delivery about this access. */
      version: news.number,
      building: news.buildingSlug,
      room: news.roomSlug,
      opensAt: news.opensAt.toISOString(),
      closesAt: news.closesAt.toISOString(),
    },
  });
}

const lockAnswer = z.object({ code: z.string().regex(/^\d{4,10}$/) });

/** The code that a lock system chose itself, when its answer names one. */
export function codeInAnswer(body: string): string | null {
  try {
    return lockAnswer.safeParse(JSON.parse(body)).data?.code ?? null;
  } catch {
    return null;
  }
}

const FIRST_WAIT_MINUTES = 0.25;
const LONGEST_WAIT_MINUTES = 30;

/** When to try again after so many attempts: 15 seconds, then twice as long each time, half an hour at most. */
export function nextAttemptAt(attempts: number, now: Date): Date {
  return addMinutes(now, Math.min(LONGEST_WAIT_MINUTES, FIRST_WAIT_MINUTES * 2 ** Math.max(0, attempts - 1)));
}
