/**
 * The house with a payment service behind it: seeded rooms and accounts, and the Stripe stand-in over the network. Import this before
 * anything of the application: it names the stand-in in the environment, which is read once.
 */
import { afterAll, vi } from 'vitest';
import type { BookingInput } from '../../app/modules/bookings/booking.schema';
import type { Actor } from '../../app/modules/identity/permissions';
import { startStripeStandIn } from '../../scripts/stand-ins/stripe/start-stripe-stand-in';

/** A Monday morning without holidays near. The process's clock stands there, for jobs and for the stand-in alike; timers run on. */
export const NOW = new Date('2026-11-23T09:00:00Z');
vi.useFakeTimers({ toFake: ['Date'], now: NOW });

export const standIn = await startStripeStandIn({ port: 0, warn: () => undefined });
process.env['STRIPE_API_BASE'] = standIn.url;
afterAll(() => standIn.close());

const { db } = await import('../../app/infrastructure/db.server');
const { seedHouse } = await import('../../prisma/seed/house');
const { localDateOf, toInstant, addDays } = await import('../../app/lib/local-time');
const { newId } = await import('../../app/lib/ids.server');
const { taskList } = await import('../../app/jobs/task-list.server');

export async function setStripeClock(to: Date): Promise<void> {
  await control('POST', '/clock', { now: Math.floor(to.getTime() / 1000) });
}

export const house = await seedHouse(db, { now: NOW });
export { db };

export const musician: Actor = { personId: house.accounts.musician, staffRoles: [], memberships: [] };
export const manager: Actor = { personId: house.accounts.manager, staffRoles: ['manager'], memberships: [] };

/** Somebody new who can book. */
export async function newMusician(): Promise<Actor> {
  const id = newId();
  await db.person.create({ data: { id, email: `${id}@musiker.example`, name: 'Prøve Person', locale: 'nb' } });
  return { personId: id, staffRoles: [], memberships: [] };
}

/** A wall-clock slot some days from today. */
export function slotAt(days: number, fromHour: number, toHour: number): { start: Date; end: Date } {
  const date = addDays(localDateOf(NOW), days);
  const [start, end] = [toInstant(date, fromHour * 60), toInstant(date, toHour * 60)];
  if (!start.ok || !end.ok) throw new Error('no such time');
  return { start: start.value, end: end.value };
}

export function bookingInput(changes: Partial<BookingInput> & Pick<BookingInput, 'slot'>): BookingInput {
  return {
    requestKey: newId(),
    roomSlug: 'ovingsrom-1',
    people: 3,
    purpose: '',
    equipment: [],
    paymentMethod: 'card',
    organisationId: null,
    expectedTotalOre: null,
    locale: 'nb',
    bookFor: null,
    ...changes,
  };
}

/** What only the stand-in can be told. */
export async function control(method: 'GET' | 'POST' | 'DELETE', path: string, body?: object): Promise<unknown> {
  const response = await fetch(`${standIn.url}/_control${path}`, body === undefined ? { method } : { method, body: JSON.stringify(body) });
  const answer: unknown = await response.json();
  if (!response.ok) throw new Error(JSON.stringify(answer));
  return answer;
}

/** Somebody pays on Stripe's page. */
export async function payAt(bookingId: string): Promise<string> {
  const session = await db.checkoutSession.findFirstOrThrow({ where: { bookingId }, orderBy: { attempt: 'desc' } });
  await control('POST', `/sessions/${session.stripeSessionId}/pay`, {});
  return session.stripeSessionId ?? '';
}

type Job = { id: string; task: string; payload: unknown };

/** Runs the waiting jobs of a topic (all of them without one) in this process, as the worker would; true when each went well. */
export async function runJobs(topics?: readonly string[]): Promise<{ done: string[]; failed: string[] }> {
  const jobs = await db.$queryRaw<Job[]>`
    SELECT j.id::text, t.identifier AS task, j.payload FROM graphile_worker._private_jobs j
    JOIN graphile_worker._private_tasks t ON t.id = j.task_id ORDER BY j.id`;
  const outcome = { done: [] as string[], failed: [] as string[] };
  for (const job of jobs.filter(({ task }) => topics === undefined || topics.includes(task))) {
    try {
      await taskList[job.task]?.(job.payload, {} as never);
      await db.$executeRaw`DELETE FROM graphile_worker._private_jobs WHERE id = ${job.id}::bigint`;
      outcome.done.push(job.task);
    } catch {
      outcome.failed.push(job.task);
    }
  }
  return outcome;
}

/** A booking that is held and whose payment page is open. */
export async function heldBooking(
  actor: Actor,
  changes: Parameters<typeof bookingInput>[0],
): Promise<{ bookingId: string; sessionId: string }> {
  const { requestBooking } = await import('../../app/modules/bookings/request-booking.server');
  const { openCheckout } = await import('../../app/modules/billing/open-checkout.server');
  const requested = await requestBooking(actor, bookingInput(changes), NOW);
  if (!requested.ok || requested.value.checkoutId === null) throw new Error(`not held: ${JSON.stringify(requested)}`);
  const opened = await openCheckout(requested.value.checkoutId, NOW);
  if (!opened.ok) throw new Error(opened.code);
  const session = await db.checkoutSession.findUniqueOrThrow({ where: { id: requested.value.checkoutId } });
  return { bookingId: requested.value.bookingId, sessionId: session.stripeSessionId ?? '' };
}

export async function confirmedBooking(
  actor: Actor,
  changes: Parameters<typeof bookingInput>[0],
): Promise<{ bookingId: string; sessionId: string }> {
  const { settleSession } = await import('../../app/modules/bookings/settle-checkout.server');
  const held = await heldBooking(actor, changes);
  await payAt(held.bookingId);
  await settleSession(held.sessionId, NOW);
  return held;
}

/** The time to pay has run out: the deadline now lies a minute back. */
export async function letHoldExpire(bookingId: string): Promise<void> {
  const holdExpiresAt = new Date(NOW.getTime() - 60_000);
  await db.booking.update({ where: { id: bookingId }, data: { holdExpiresAt } });
  await db.claim.updateMany({ where: { occurrence: { bookingId } }, data: { holdExpiresAt } });
}

export async function stateOf(bookingId: string): Promise<string> {
  return (await db.booking.findUniqueOrThrow({ where: { id: bookingId } })).state;
}

/** What Stripe has done with a payment, by its own account. */
export async function stripeRefunds(sessionId: string): Promise<{ amount: number; status: string }[]> {
  const headers = { authorization: 'Bearer sk_test_unit' };
  const session = (await (await fetch(`${standIn.url}/v1/checkout/sessions/${sessionId}`, { headers })).json()) as {
    payment_intent: string;
  };
  const list = (await (await fetch(`${standIn.url}/v1/refunds?payment_intent=${session.payment_intent}`, { headers })).json()) as {
    data: { amount: number; status: string }[];
  };
  return list.data;
}
