import { expect, test } from 'vitest';
import { db, house, manager, musician, NOW } from '../../support/stripe-world';

const { loadChecklists } = await import('~/modules/bookings/visits/checklist.queries.server');
const { setChecklist } = await import('~/modules/bookings/visits/set-checklist.server');
const { findItems } = await import('~/modules/bookings/visits/handover.repository.server');

const listsOf = async (slug: string) => {
  const lists = await loadChecklists(slug);
  if (!lists) throw new Error(slug);
  return lists;
};
const seenIn = (lines: readonly { id: string }[]) => lines.map(({ id }) => id);
const inForce = async (slug: string) => (await findItems(db, house.rooms[slug] ?? '')).map(({ nb }) => nb);
const WINDOW = { nb: 'Vinduet er lukket', en: 'The window is closed' };
const PIANO = { nb: 'Flygelet er lukket', en: 'The piano is closed' };

test('a room has the list of its kind until it gets its own, and again when that is emptied', async () => {
  const common = await inForce('ovingsrom-2');
  const change = { list: 'room' as const, seen: [], lines: [PIANO, WINDOW] };
  for (const _ of [1, 2]) expect(await setChecklist(manager, 'ovingsrom-1', change, NOW)).toMatchObject({ ok: true });
  expect(await inForce('ovingsrom-1')).toEqual([PIANO.nb, WINDOW.nb]);
  expect(await inForce('ovingsrom-2')).toEqual(common);
  const { own } = await listsOf('ovingsrom-1');
  const swapped = { list: 'room' as const, seen: seenIn(own), lines: [WINDOW, PIANO] };
  expect(await setChecklist(manager, 'ovingsrom-1', swapped, NOW)).toMatchObject({ ok: true });
  const after = (await listsOf('ovingsrom-1')).own;
  expect(seenIn(after)).toEqual(seenIn(own).toReversed());
  expect(await setChecklist(manager, 'ovingsrom-1', { list: 'room', seen: seenIn(after), lines: [] }, NOW)).toMatchObject({ ok: true });
  expect(await inForce('ovingsrom-1')).toEqual(common);
  const id = house.rooms['ovingsrom-1'] ?? '';
  expect(await db.auditEntry.count({ where: { action: 'room.checklist_set', subjectId: id, actorPersonId: manager.personId } })).toBe(3);
});

test('of two who change the list of a kind at once, one does and the other is told', async () => {
  const seen = seenIn((await listsOf('lydstudio')).ofKind);
  const changes = [WINDOW, PIANO].map((line) => setChecklist(manager, 'lydstudio', { list: 'kind', seen, lines: [line] }, NOW));
  const results = await Promise.all(changes);
  expect(results.map((result) => (result.ok ? 'ok' : result.code)).toSorted()).toEqual(['changed_meanwhile', 'ok']);
  expect(await inForce('klipperommet')).toHaveLength(1);
});

test('only the manager sets lists, of rooms that are there', async () => {
  const change = { list: 'room' as const, seen: [], lines: [PIANO] };
  expect(await setChecklist(musician, 'ovingsrom-3', change, NOW)).toMatchObject({ code: 'not_allowed' });
  expect(await setChecklist(manager, 'ingen', change, NOW)).toMatchObject({ code: 'not_found' });
  const item = { id: '01a2aaaa-aaaa-7aaa-8aaa-aaaaaaaaaaaa', position: 1, textNb: 'x', textEn: 'x' };
  const both = { ...item, roomKind: 'meeting' as const, roomId: house.rooms['ovingsrom-3'] ?? '' };
  await expect(db.handoverItem.create({ data: both })).rejects.toThrow('handover_item_room_or_kind');
});
