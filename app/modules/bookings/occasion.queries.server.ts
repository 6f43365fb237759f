import { Prisma } from '~/infrastructure/db.server';

/**
 * What an occurrence is for: the purpose of its booking, and of a part of a project its name as well ("Slippkonsert: Øving"); empty
 * when nothing is said. For statements with the booking as `b` and the occurrence as `o`.
 */
export const OCCASION = Prisma.sql`concat_ws(': ', nullif(b.purpose, ''), nullif(o.part_name, ''))`;
