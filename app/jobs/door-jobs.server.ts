/** Jobs about doors. */
import { now } from '~/infrastructure/clock.server';
import { env } from '~/infrastructure/env.server';
import { lockNewsPayload } from '~/modules/bookings/doors/lock-news';
import { deliverLockNews } from '~/modules/bookings/doors/tell-lock.server';

/** Job `doors.tell-lock`. Without a lock system (any more) there is nobody to tell. */
export async function tellLockSystem(payload: unknown): Promise<void> {
  const { grantId } = lockNewsPayload.parse(payload);
  const { LOCK_WEBHOOK_URL: url, LOCK_WEBHOOK_SECRET: secrets } = env;
  if (url && secrets) await deliverLockNews({ url, secrets }, grantId, now());
}
