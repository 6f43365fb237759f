import type { CustomerGroup } from '~/modules/pricing/customer-group';
import { getViewer } from './viewer.server';

/** Whose bookings and prices the pages with free time show: the viewer's own, or a visitor's. */
export interface Looker {
  readonly viewerPersonId: string | null;
  readonly groups: readonly CustomerGroup[];
}

export async function getLooker(request: Request): Promise<Looker> {
  const viewer = await getViewer(request);
  return { viewerPersonId: viewer?.person.id ?? null, groups: viewer?.customerGroups ?? [] };
}
