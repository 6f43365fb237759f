/** Who stands at a door: the viewer, and the occurrence whose reference and code this browser has shown. */
import { createCookie } from '@remix-run/node';
import { z } from 'zod';
import { now } from '~/infrastructure/clock.server';
import { env } from '~/infrastructure/env.server';
import { VISITOR } from '~/modules/identity/permissions';
import type { ProvenVisit } from '~/modules/bookings/visits/prove-visit.server';
import type { Visitor } from '~/modules/bookings/visits/visit';
import { getViewer } from './viewer.server';

const cookie = createCookie('besok', {
  httpOnly: true,
  sameSite: 'lax',
  path: '/',
  secure: env.PUBLIC_URL.startsWith('https:'),
  maxAge: 24 * 60 * 60,
  secrets: [env.SESSION_SECRET],
});

const passSchema = z.object({ occurrenceId: z.guid(), until: z.number() });

export async function getVisitor(request: Request): Promise<Visitor> {
  const viewer = await getViewer(request);
  const pass: unknown = await cookie.parse(request.headers.get('cookie'));
  const parsed = passSchema.safeParse(pass);
  const passFor = parsed.success && parsed.data.until > now().getTime() ? parsed.data.occurrenceId : null;
  return { actor: viewer?.actor ?? VISITOR, passFor };
}

/** `Set-Cookie` value that remembers what was shown, for as long as it is good. */
export function rememberVisit({ occurrenceId, until }: ProvenVisit): Promise<string> {
  return cookie.serialize({ occurrenceId, until: until.getTime() });
}
