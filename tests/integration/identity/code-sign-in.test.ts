import { describe, expect, test } from 'vitest';
import { getViewer } from '~/http/viewer.server';
import { db, pool } from '~/infrastructure/db.server';
import { newId } from '~/lib/ids.server';
import { askForCode, confirm, expireCodes, otherThan, requestWith, sentCode, signIn } from './sign-in-fixture';

describe('signing in with a one-time code', () => {
  test('makes a person of a new address, with the name and phone given', async () => {
    await askForCode('ny@example.no');
    const result = await confirm('ny@example.no', await sentCode('ny@example.no'), { name: 'Åse Ny', phone: '+4740000000' });
    expect(result).toMatchObject({ ok: true });
    const person = await db.person.findUniqueOrThrow({ where: { email: 'ny@example.no' } });
    expect(person).toMatchObject({ name: 'Åse Ny', phone: '+4740000000', emailVerified: true, locale: 'nb' });
    expect(await db.auditEntry.count({ where: { action: 'person.registered', subjectId: person.id } })).toBe(1);
  });

  test('signs in somebody known, whose name is kept', async () => {
    const first = await signIn('kjent@example.no', 'Kari Kjent');
    const again = await signIn('kjent@example.no', 'Noe Annet');
    expect(again.personId).toBe(first.personId);
    expect((await db.person.findUniqueOrThrow({ where: { email: 'kjent@example.no' } })).name).toBe('Kari Kjent');
  });

  test('gives the name to somebody known only by address', async () => {
    await signIn('uten-navn@example.no');
    await db.person.update({ where: { email: 'uten-navn@example.no' }, data: { name: '' } });
    await signIn('uten-navn@example.no', 'Per Navn');
    expect((await db.person.findUniqueOrThrow({ where: { email: 'uten-navn@example.no' } })).name).toBe('Per Navn');
  });

  test('lets in somebody whom the house had entered before', async () => {
    await db.person.create({ data: { id: newId(), email: 'fort-inn@example.no', name: 'Ført Inn' } });
    expect(await signIn('fort-inn@example.no', '')).toHaveProperty('personId');
    expect(await db.person.findUniqueOrThrow({ where: { email: 'fort-inn@example.no' } })).toMatchObject({
      name: 'Ført Inn',
      emailVerified: true,
    });
  });

  test('asks somebody new for a name, and takes the same code with it', async () => {
    await askForCode('navnlos@example.no');
    const code = await sentCode('navnlos@example.no');
    expect(await confirm('navnlos@example.no', code, { name: '' })).toEqual({ ok: false, code: 'name_missing' });
    expect(await db.person.count({ where: { email: 'navnlos@example.no' } })).toBe(0);
    expect(await confirm('navnlos@example.no', code, { name: 'Nå Med' })).toMatchObject({ ok: true });
  });

  test('sends cookies that scripts and other sites cannot use', async () => {
    await askForCode('cookie@example.no');
    const result = await confirm('cookie@example.no', await sentCode('cookie@example.no'));
    if (!result.ok) throw new Error(result.code);
    const cookies = result.value.headers.getSetCookie();
    expect(cookies).toHaveLength(2);
    for (const cookie of cookies) expect(cookie).toMatch(/HttpOnly.*SameSite=Lax|SameSite=Lax.*HttpOnly/i);
  });
});

describe('a code', () => {
  test('works once', async () => {
    await askForCode('en-gang@example.no');
    const code = await sentCode('en-gang@example.no');
    expect(await confirm('en-gang@example.no', code)).toMatchObject({ ok: true });
    expect(await confirm('en-gang@example.no', code)).toEqual({ ok: false, code: 'code_expired' });
  });

  test('survives wrong guesses, and tells how many are left', async () => {
    await askForCode('feil@example.no');
    const code = await sentCode('feil@example.no');
    expect(await confirm('feil@example.no', otherThan(code))).toEqual({ ok: false, code: 'code_wrong', triesLeft: 4 });
    expect(await confirm('feil@example.no', otherThan(code))).toEqual({ ok: false, code: 'code_wrong', triesLeft: 3 });
    expect(await confirm('feil@example.no', code)).toMatchObject({ ok: true });
  });

  test('is closed after five wrong guesses, also for the right one', async () => {
    await askForCode('mange@example.no');
    const code = await sentCode('mange@example.no');
    for (const triesLeft of [4, 3, 2, 1]) expect(await confirm('mange@example.no', otherThan(code))).toMatchObject({ triesLeft });
    expect(await confirm('mange@example.no', otherThan(code))).toEqual({ ok: false, code: 'tries_used_up' });
    expect(await confirm('mange@example.no', code)).toMatchObject({ ok: false });
    expect(await db.person.count({ where: { email: 'mange@example.no' } })).toBe(0);
  });

  test('guessed at by many at once still counts every guess', async () => {
    await askForCode('samtidig@example.no');
    const code = await sentCode('samtidig@example.no');
    const guesses = await Promise.all(Array.from({ length: 20 }, () => confirm('samtidig@example.no', otherThan(code))));
    expect(guesses.every((guess) => !guess.ok)).toBe(true);
    expect(await db.signInSession.count({ where: { person: { email: 'samtidig@example.no' } } })).toBe(0);
  });

  test('runs out', async () => {
    await askForCode('sen@example.no');
    const code = await sentCode('sen@example.no');
    await expireCodes('sen@example.no');
    expect(await confirm('sen@example.no', code)).toEqual({ ok: false, code: 'code_expired' });
  });

  test('gives way to a newer one', async () => {
    await askForCode('to@example.no');
    const first = await sentCode('to@example.no');
    await askForCode('to@example.no');
    const second = await sentCode('to@example.no');
    if (first !== second) expect(await confirm('to@example.no', first)).toMatchObject({ ok: false, code: 'code_wrong' });
    expect(await confirm('to@example.no', second)).toMatchObject({ ok: true });
  });

  test('is stored only as a hash, and waits in one job only', async () => {
    await askForCode('hash@example.no');
    await askForCode('hash@example.no');
    const code = await sentCode('hash@example.no');
    const stored = await db.signInVerification.findMany({ where: { identifier: { contains: 'hash@example.no' } } });
    expect(stored).toHaveLength(1);
    expect(stored[0]?.value).not.toContain(code);
    const jobs = await pool.query(`SELECT 1 FROM graphile_worker._private_jobs WHERE payload->>'email' = 'hash@example.no'`);
    expect(jobs.rowCount).toBe(1);
  });

  test('of one address does not open another', async () => {
    await askForCode('a@example.no');
    await askForCode('b@example.no');
    const [a, b] = [await sentCode('a@example.no'), await sentCode('b@example.no')];
    if (a !== b) expect(await confirm('b@example.no', a)).toMatchObject({ ok: false });
  });
});

describe('known and unknown addresses', () => {
  test('get the same answers', async () => {
    await signIn('finnes@example.no');
    const answers = [];
    for (const email of ['finnes@example.no', 'finnes-ikke@example.no']) {
      const asked = await askForCode(email);
      const code = await sentCode(email);
      const wrong = await confirm(email, otherThan(code), { name: '' });
      await expireCodes(email);
      answers.push([asked, wrong, await confirm(email, code, { name: '' })]);
    }
    expect(answers[0]).toEqual(answers[1]);
  });

  test('never asked for a code are told the same as with one that ran out', async () => {
    expect(await confirm('aldri@example.no', '123456')).toEqual({ ok: false, code: 'code_expired' });
  });
});

test('nobody is signed in by a made-up or changed cookie', async () => {
  const { cookie } = await signIn('ekte@example.no');
  expect(await getViewer(requestWith(cookie))).not.toBeNull();
  expect(await getViewer(requestWith('sundbytunet.session_token=abc.def'))).toBeNull();
  expect(await getViewer(requestWith(cookie.replace(/session_token=./, 'session_token=x')))).toBeNull();
  expect(await getViewer(new Request('http://localhost:3000/'))).toBeNull();
});
