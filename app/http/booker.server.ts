import type { Booker } from '~/modules/bookings/book-page.queries.server';
import { VISITOR } from '~/modules/identity/permissions';
import { getViewer } from './viewer.server';

/** Whoever looks at the booking page: the viewer with their organisations, or a visitor. */
export async function getBooker(request: Request): Promise<Booker> {
  const viewer = await getViewer(request);
  if (!viewer) return { actor: VISITOR, groups: [], organisations: [] };
  return { actor: viewer.actor, groups: viewer.customerGroups, organisations: viewer.organisations };
}
