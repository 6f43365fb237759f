import { describe, expect, test } from 'vitest';
import { db, manager, musician, NOW } from '../../support/stripe-world';
import { publishRules as publish, roomId } from '../../support/rules-world';

const { startRuleDraft } = await import('~/modules/bookings/rules/start-rule-draft.server');
const { saveRule } = await import('~/modules/bookings/rules/save-rule.server');
const { removeRule } = await import('~/modules/bookings/rules/remove-rule.server');
const { setPeakHours } = await import('~/modules/bookings/rules/set-peak-hours.server');
const { discardRuleDraft } = await import('~/modules/bookings/rules/discard-rule-draft.server');
const { publishRules } = await import('~/modules/bookings/rules/publish-rules.server');
const { withdrawRules } = await import('~/modules/bookings/rules/withdraw-rules.server');
const { loadRuleDraft, loadRulesPage } = await import('~/modules/bookings/rules/rules-page.queries.server');
const { ruleFields } = await import('~/modules/bookings/rules/rule-fields');
const { ruleForm } = await import('~/modules/bookings/rules/rule.schema');
const { loadDraftEffect } = await import('~/modules/bookings/rules/rules-effect.queries.server');

const host = { personId: musician.personId, staffRoles: ['host'] as const, memberships: [] };

async function draft() {
  const found = await loadRuleDraft();
  if (!found) throw new Error('no draft');
  return { ...found, seen: { draftId: found.id, version: found.version } };
}

/** The form as it is posted. */
async function form(fields: Record<string, string>) {
  const { id, version } = await draft();
  return ruleForm.parse({ sted: 'alle', ...fields, draft: id, versjon: String(version) });
}

async function freshDraft() {
  const old = await loadRuleDraft();
  if (old) await discardRuleDraft(manager, { draftId: old.id, version: old.version }, NOW);
  await startRuleDraft(manager, NOW);
  return draft();
}

describe('a draft of the rules', () => {
  test('begins as a copy of the published ones, once, however many managers start it', async () => {
    await publish([{ roomKind: 'rehearsal', quotaMinutesWeek: 600 }], { peak: { weekdays: [1, 2], fromMinute: 1_020, toMinute: 1_320 } });
    expect(await Promise.all([1, 2, 3].map(() => startRuleDraft(manager, NOW)))).toMatchObject([{ ok: true }, { ok: true }, { ok: true }]);
    expect(await db.ruleSet.count({ where: { publishedAt: null } })).toBe(1);
    expect(await draft()).toMatchObject({
      peak: { weekdays: [1, 2], fromMinute: 1_020, toMinute: 1_320 },
      rules: [{ roomKind: 'rehearsal', group: null, quotaMinutesWeek: 600 }],
    });
  });

  test('takes, changes and gives up rules, and says what a form would say again', async () => {
    const { rules } = await freshDraft();
    for (const rule of rules) await removeRule(manager, { seen: (await draft()).seen, ruleId: rule.id }, NOW);
    const room = await roomId('storsalen');
    const fields = {
      sted: room,
      gruppe: 'commercial',
      bestille: 'ja',
      minst: '1,5',
      hoyst: '12',
      frist: '72',
      dager: '200',
      timerUke: '20',
    };
    expect(await saveRule(manager, await form(fields), NOW)).toMatchObject({ ok: true });
    const [saved] = (await draft()).rules;
    if (!saved) throw new Error('nothing was saved');
    expect(saved).toMatchObject({
      roomId: room,
      roomName: 'Storsalen',
      group: 'commercial',
      mayBook: true,
      minMinutes: 90,
      noticeMinutes: 4_320,
    });
    expect(ruleFields(saved)).toMatchObject(fields);
    expect(await saveRule(manager, await form({ ...fields, regel: saved.id, minst: '2' }), NOW)).toMatchObject({ ok: true });
    expect((await draft()).rules).toMatchObject([{ id: saved.id, minMinutes: 120 }]);
    expect(await saveRule(manager, await form(fields), NOW)).toMatchObject({ ok: false, code: 'scope_taken' });
    expect(await removeRule(manager, { seen: (await draft()).seen, ruleId: saved.id }, NOW)).toMatchObject({ ok: true });
    expect(await removeRule(manager, { seen: (await draft()).seen, ruleId: saved.id }, NOW)).toMatchObject({
      ok: false,
      code: 'not_found',
    });
    expect((await draft()).rules).toEqual([]);
  });

  test('refuses a room that is none', async () => {
    await freshDraft();
    const nobodys = '01a2aaaa-aaaa-7aaa-8aaa-aaaaaaaaaaaa';
    expect(await saveRule(manager, await form({ sted: nobodys, hoyst: '2' }), NOW)).toMatchObject({ ok: false, code: 'unknown_room' });
  });

  test('of two managers at once takes one change, and tells the other', async () => {
    const { seen } = await freshDraft();
    const peak = { weekdays: [5], fromMinute: 600, toMinute: 720 };
    const answers = await Promise.all([1, 2].map(() => setPeakHours(manager, { seen, peak }, NOW)));
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
    expect(answers.find((answer) => !answer.ok)).toMatchObject({ code: 'conflict' });
  });

  test('is the manager’s', async () => {
    const { seen } = await freshDraft();
    expect(await saveRule(host, await form({ hoyst: '2' }), NOW)).toMatchObject({ ok: false, code: 'not_allowed' });
    expect(await publishRules(host, { seen, from: null, note: '' }, NOW)).toMatchObject({ ok: false, code: 'not_allowed' });
    expect(await startRuleDraft(musician, NOW)).toMatchObject({ ok: false, code: 'not_allowed' });
  });
});

describe('publishing', () => {
  test('lets the draft hold from the moment, once, with who and why in the trail', async () => {
    await freshDraft();
    await saveRule(manager, await form({ sted: 'production', hoyst: '3' }), NOW);
    const { seen } = await draft();
    const publication = { seen, from: null, note: 'Kortere økter i studio' };
    const answers = await Promise.all([1, 2].map(() => publishRules(manager, publication, NOW)));
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
    expect((await loadRulesPage(NOW)).inForce).toMatchObject({ id: seen.draftId, note: 'Kortere økter i studio', validFrom: NOW });
    expect(await loadRuleDraft()).toBeNull();
    const trail = await db.auditEntry.findMany({ where: { subjectType: 'rule_set', subjectId: seen.draftId }, orderBy: { at: 'asc' } });
    expect(trail.map(({ action }) => action)).toEqual(['rules.draft_started', 'rules.rule_added', 'rules.published']);
    expect(trail.every(({ actorPersonId }) => actorPersonId === manager.personId)).toBe(true);
  });

  test('from a date ahead holds then, and can be taken back to a draft before', async () => {
    await freshDraft();
    const from = '2026-12-01';
    expect(await publishRules(manager, { seen: (await draft()).seen, from: '2026-11-23', note: '' }, NOW)).toMatchObject({
      ok: false,
      code: 'past',
    });
    const { seen } = await draft();
    expect(await publishRules(manager, { seen, from, note: '' }, NOW)).toMatchObject({ ok: true });
    expect((await loadRulesPage(NOW)).planned).toMatchObject([{ id: seen.draftId }]);
    expect((await loadRulesPage(new Date('2026-12-01T00:00:00+01:00'))).inForce?.id).toBe(seen.draftId);

    await startRuleDraft(manager, NOW);
    expect(await publishRules(manager, { seen: (await draft()).seen, from, note: '' }, NOW)).toMatchObject({
      ok: false,
      code: 'date_taken',
    });
    expect(await withdrawRules(manager, seen.draftId, NOW)).toMatchObject({ ok: false, code: 'draft_exists' });
    await discardRuleDraft(manager, (await draft()).seen, NOW);
    expect(await withdrawRules(manager, seen.draftId, NOW)).toMatchObject({ ok: true });
    expect((await draft()).id).toBe(seen.draftId);
    expect(await withdrawRules(manager, seen.draftId, NOW)).toMatchObject({ ok: false, code: 'already_begun' });
  });

  test('is refused while a room could be booked by nobody', async () => {
    await freshDraft();
    await saveRule(manager, await form({ minst: '6' }), NOW);
    await saveRule(manager, await form({ sted: await roomId('ovingsrom-2'), hoyst: '4' }), NOW);
    expect((await draft()).contradictions).toContainEqual({ roomName: 'Øvingsrom 2', group: null, minMinutes: 360, maxMinutes: 240 });
    expect(await publishRules(manager, { seen: (await draft()).seen, from: null, note: '' }, NOW)).toMatchObject({
      ok: false,
      code: 'contradiction',
    });
  });
});

test('the effect of a draft is counted over what was booked, with the income of each', async () => {
  await freshDraft();
  await saveRule(manager, await form({ sted: await roomId('ovingsrom-5'), hoyst: '2' }), NOW);
  const startsAt = new Date('2026-11-18T17:00:00Z');
  const times = { startsAt, endsAt: new Date('2026-11-18T20:00:00Z') };
  const [bookingId, occurrenceId] = [crypto.randomUUID(), crypto.randomUUID()];
  await db.booking.create({
    data: {
      ...{
        id: bookingId,
        reference: 'EFFEKT',
        personId: musician.personId ?? '',
        createdById: musician.personId ?? '',
        state: 'completed',
      },
      ...{
        paymentMethod: 'card',
        totalOre: 75_000,
        vatOre: 0,
        policy: [],
        requestKey: 'effect',
        createdAt: new Date('2026-11-10T10:00:00Z'),
      },
      occurrences: { create: { id: occurrenceId, roomId: await roomId('ovingsrom-5'), ...times, state: 'completed' } },
    },
  });
  const line = {
    kind: 'room',
    labelNb: 'Leie',
    labelEn: 'Hire',
    unit: 'hour',
    quantityMilli: 3_000,
    unitNetOre: 25_000,
    vatCode: '6',
    vatBp: 0,
  } as const;
  await db.quoteLine.create({
    data: { ...line, id: crypto.randomUUID(), bookingId, occurrenceId, position: 1, netOre: 75_000, vatOre: 0, grossOre: 75_000 },
  });
  const { id } = await draft();
  const effect = await loadDraftEffect(id, { number: 1, size: 50 }, NOW);
  expect(effect).toMatchObject({
    ...{ from: '2026-08-24', affectedCount: 1, lost: { count: 1, minutes: 180, incomeOre: 75_000 }, freed: { count: 0 } },
    affected: [{ reference: 'EFFEKT', code: 'too_long', effect: 'lost' }],
  });
  expect((await loadDraftEffect(id, { number: 2, size: 50 }, NOW))?.affected).toEqual([]);
});
