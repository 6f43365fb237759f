import { describe, expect, test } from 'vitest';
import { getViewer, requireStaff, requireViewer, sessionHeaders } from '~/http/viewer.server';
import { db } from '~/infrastructure/db.server';
import { cronTasks } from '~/jobs/cron.server';
import { cronItems } from '~/jobs/task-list.server';
import { newId } from '~/lib/ids.server';
import { endOtherSessions, endSession } from '~/modules/identity/end-session.server';
import { listSessions } from '~/modules/identity/session.queries.server';
import { signOut } from '~/modules/identity/sign-out.server';
import { cookieHeader, requestWith, signIn } from './sign-in-fixture';

const PAST = new Date('2020-01-01T00:00:00Z');
const LAST_YEAR = new Date('2021-01-01T00:00:00Z');
const FUTURE = new Date('2100-01-01T00:00:00Z');

async function thrownBy(work: Promise<unknown>): Promise<Response> {
  const thrown: unknown = await work.then(
    () => null,
    (error: unknown) => error,
  );
  if (!(thrown instanceof Response)) throw new Error('No reply was thrown');
  return thrown;
}

async function viewerOf(cookie: string) {
  const viewer = await getViewer(requestWith(cookie));
  if (!viewer) throw new Error('Not signed in');
  return viewer;
}

describe('an ended session', () => {
  test('is ended at once, although its cookie is still fresh', async () => {
    const here = await signIn('to-steder@example.no');
    const there = await signIn('to-steder@example.no');
    const viewer = await viewerOf(there.cookie);
    expect(await endSession(here.personId, viewer.sessionId)).toMatchObject({ ok: true });
    expect(await getViewer(requestWith(there.cookie))).toBeNull();
    expect(await getViewer(requestWith(here.cookie))).not.toBeNull();
  });

  test('can only be one of the person’s own', async () => {
    const mine = await signIn('meg@example.no');
    const theirs = await viewerOf((await signIn('andre@example.no')).cookie);
    expect(await endSession(mine.personId, theirs.sessionId)).toEqual({ ok: false, code: 'not_found' });
    expect(await db.signInSession.count({ where: { id: theirs.sessionId } })).toBe(1);
  });

  test('is every other one when all others are ended', async () => {
    const kept = await signIn('alle@example.no');
    await signIn('alle@example.no');
    await signIn('alle@example.no');
    const viewer = await viewerOf(kept.cookie);
    expect(await endOtherSessions(kept.personId, viewer.sessionId)).toBe(2);
    const left = await listSessions(kept.personId, viewer.sessionId, new Date());
    expect(left).toMatchObject([{ id: viewer.sessionId, isThis: true, device: { browser: 'Safari', system: 'iPhone' } }]);
  });

  test('is the one signed out of, and its cookies are taken back', async () => {
    const { cookie, personId } = await signIn('ut@example.no');
    const headers = await signOut(new Headers({ cookie }));
    expect(headers.getSetCookie().every((each) => /Max-Age=0/i.test(each))).toBe(true);
    expect(await db.signInSession.count({ where: { personId } })).toBe(0);
    expect(await getViewer(requestWith(cookie))).toBeNull();
  });

  test('is also one that has run out', async () => {
    const { cookie, personId } = await signIn('utlopt@example.no');
    await db.signInSession.updateMany({ where: { personId }, data: { expiresAt: PAST } });
    expect(await getViewer(requestWith(cookie))).toBeNull();
    await cronTasks['identity.tidy-sign-in']();
    expect(cronItems).toContainEqual(expect.objectContaining({ task: 'identity.tidy-sign-in' }));
    expect(await db.signInSession.count({ where: { personId } })).toBe(0);
  });
});

describe('a viewer', () => {
  test('holds the staff roles valid now, and no others', async () => {
    const { cookie, personId } = await signIn('ansatt@example.no');
    const role = (name: 'manager' | 'host' | 'bookkeeper', validFrom: Date, validTo: Date | null) => ({
      id: newId(),
      personId,
      role: name,
      validFrom,
      validTo,
    });
    await db.staffRole.createMany({ data: [role('manager', PAST, LAST_YEAR), role('host', PAST, null), role('bookkeeper', FUTURE, null)] });
    expect((await viewerOf(cookie)).actor.staffRoles).toEqual(['host']);

    await db.staffRole.updateMany({ where: { personId }, data: { validTo: LAST_YEAR } });
    expect((await viewerOf(cookie)).actor.staffRoles).toEqual([]);
  });

  test('holds memberships with every role, groups of their own and of the organisations', async () => {
    const { cookie, personId } = await signIn('medlem@example.no');
    const [band, left] = [newId(), newId()];
    await db.organisation.createMany({
      data: [
        { id: band, name: 'Øvre Romerike Storband', kind: 'band', onAccount: true },
        { id: left, name: 'Et annet lag', kind: 'association' },
      ],
    });
    await db.membership.createMany({
      data: [
        { id: newId(), organisationId: band, personId, role: 'booker', validFrom: PAST },
        { id: newId(), organisationId: band, personId, role: 'billing', validFrom: PAST },
        { id: newId(), organisationId: left, personId, role: 'contact', validFrom: PAST, validTo: LAST_YEAR },
      ],
    });
    await db.customerGroupMember.createMany({
      data: [
        { id: newId(), group: 'youth', personId, validFrom: PAST },
        { id: newId(), group: 'network_member', personId, validFrom: PAST, validTo: LAST_YEAR },
        { id: newId(), group: 'voluntary', organisationId: band, validFrom: PAST },
      ],
    });

    const viewer = await viewerOf(cookie);
    expect(viewer.organisations).toEqual([
      { id: band, name: 'Øvre Romerike Storband', kind: 'band', role: 'billing', onAccount: true, customerGroups: ['voluntary'] },
    ]);
    expect(viewer.actor).toEqual({
      personId,
      staffRoles: [],
      memberships: [
        { organisationId: band, role: 'billing' },
        { organisationId: band, role: 'booker' },
      ],
    });
    expect(viewer.customerGroups).toEqual(['youth']);
  });

  test('is looked up once for all loaders of a request', async () => {
    const { cookie } = await signIn('en-gang@example.no');
    const copies = [requestWith(cookie), requestWith(cookie), requestWith(cookie)];
    const [first, ...others] = await Promise.all(copies.map((copy) => getViewer(copy)));
    for (const other of others) expect(other).toBe(first);
  });

  test('whose cookie has grown old gets it renewed', async () => {
    const { cookie } = await signIn('gammel@example.no');
    const tokenOnly = cookie
      .split('; ')
      .filter((each) => each.includes('session_token'))
      .join('; ');
    const renewed = cookieHeader(await sessionHeaders(requestWith(tokenOnly)));
    expect(renewed).toContain('session_data');
    expect(await getViewer(requestWith(`${tokenOnly}; ${renewed}`))).not.toBeNull();
  });
});

describe('a guarded page', () => {
  test('sends a visitor to sign in and back, with the query', async () => {
    const reply = await thrownBy(requireViewer(new Request('http://localhost:3000/rom/vokalrommet/bestill?dato=2026-11-28&fra=18.00')));
    expect(reply.status).toBe(303);
    expect(reply.headers.get('Location')).toBe('/logg-inn?neste=%2From%2Fvokalrommet%2Fbestill%3Fdato%3D2026-11-28%26fra%3D18.00');
  });

  test('refuses whoever lacks the role: 403, or 404 where even existence is private', async () => {
    const { cookie, personId } = await signIn('vanlig@example.no');
    expect((await thrownBy(requireStaff(requestWith(cookie), 'desk.view'))).status).toBe(403);
    expect((await thrownBy(requireStaff(requestWith(cookie), 'payments.view', { hidden: true }))).status).toBe(404);

    await db.staffRole.create({ data: { id: newId(), personId, role: 'host', validFrom: PAST } });
    expect((await requireStaff(requestWith(cookie), 'desk.view')).person.id).toBe(personId);
    expect((await thrownBy(requireStaff(requestWith(cookie), 'payments.view'))).status).toBe(403);
  });
});
