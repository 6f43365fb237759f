/** Jobs about damage: topic and payload. */
import { z } from 'zod';

export const DAMAGE_TOPICS = { mail: 'visits.damage-mail' } as const;

/** One mail to one of the staff. */
export const damageMailPayload = z.object({ reportId: z.uuid(), personId: z.uuid() });
export type DamageNews = z.output<typeof damageMailPayload>;

export const damageMailKey = ({ reportId, personId }: DamageNews) => `${DAMAGE_TOPICS.mail}:${reportId}:${personId}`;
