/** What a mail about a waiting list needs to know; null when the news is no longer true. */
import { db } from '~/infrastructure/db.server';
import { env } from '~/infrastructure/env.server';
import type { Locale } from '~/lib/locale';
import { asLocale } from '../checkout-request';
import type { WaitingNews } from './waiting.messages';
import { entryAddress } from './waitlist-page.queries.server';

export interface WaitingMailFacts {
  readonly recipient: string;
  readonly name: string;
  readonly locale: Locale;
  readonly roomName: string;
  readonly buildingName: string;
  readonly start: Date;
  readonly end: Date;
  /** The last moment to answer; null when there is no offer. */
  readonly until: Date | null;
  readonly totalOre: number;
  readonly url: string;
}

export async function loadWaitingMail({ entryId, kind }: WaitingNews): Promise<WaitingMailFacts | null> {
  const entry = await db.waitlistEntry.findUnique({
    where: { id: entryId },
    select: {
      ...{ startsAt: true, endsAt: true, state: true },
      person: { select: { email: true, name: true, locale: true } },
      room: { select: { name: true, building: { select: { name: true } } } },
      booking: { select: { holdExpiresAt: true, totalOre: true } },
    },
  });
  if (entry?.state !== kind) return null;
  const { person, room, booking } = entry;
  return {
    ...{ recipient: person.email, name: person.name, locale: asLocale(person.locale) },
    ...{ roomName: room.name, buildingName: room.building.name, start: entry.startsAt, end: entry.endsAt },
    until: booking?.holdExpiresAt ?? null,
    totalOre: booking?.totalOre ?? 0,
    url: `${env.PUBLIC_URL}${entryAddress(entryId)}`,
  };
}
