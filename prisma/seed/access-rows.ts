/** Door codes of the seeded bookings: as random as the rest of the demo, and none twice in a building. */
import type { Tx } from '~/infrastructure/db.server';
import { addMinutes } from '~/lib/interval';
import { newId } from '~/lib/ids.server';
import { accessWindow } from '~/modules/bookings/booking-access';
import { DOOR_CODE_BYTES, doorCode } from '~/modules/bookings/door-code';
import type { BookingRows } from './booking-rows';
import { insertRows } from './insert-rows';
import type { Random } from './random';

/** 90 days, as the database wants it. */
const CODE_REST_MINUTES = 90 * 1_440;

export async function insertAccess(tx: Tx, rows: readonly BookingRows[], random: Random): Promise<void> {
  const rooms = await tx.room.findMany({ select: { id: true, buildingId: true } });
  const buildingOf = new Map(rooms.map(({ id, buildingId }) => [id, buildingId]));
  const out = new Set<string>();
  const drawCode = (buildingId: string): string => {
    const code = doorCode(random.bytes(DOOR_CODE_BYTES));
    const key = `${buildingId} ${code}`;
    if (out.has(key)) return drawCode(buildingId);
    out.add(key);
    return code;
  };
  const grants = rows.flatMap(({ bookings: [booking], occurrences }) =>
    occurrences.flatMap(({ id: occurrenceId, roomId, startsAt, endsAt }) => {
      if (!booking || booking.state === 'released') return [];
      const window = accessWindow({ start: startsAt, end: endsAt });
      const buildingId = buildingOf.get(roomId) ?? '';
      return [
        {
          ...{ id: newId(), occurrenceId, buildingId, code: drawCode(buildingId), ...window },
          ...{ reservedUntil: addMinutes(window.closesAt, CODE_REST_MINUTES), revokedAt: booking.cancelledAt },
          createdAt: booking.createdAt,
        },
      ];
    }),
  );
  await insertRows(tx, 'access_grant', grants);
}
