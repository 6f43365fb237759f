import type { CustomerGroup } from '~/modules/pricing/customer-group';
import { can } from '~/modules/identity/permissions';
import { getViewer } from './viewer.server';

/** Whose bookings and prices the pages with free time show: the viewer's own, or a visitor's. */
export interface Looker {
  readonly viewerPersonId: string | null;
  readonly groups: readonly CustomerGroup[];
  /** Groups of everybody the viewer may book for: their rules decide what is shown as free. */
  readonly bookingGroups: readonly CustomerGroup[];
}

export async function getLooker(request: Request): Promise<Looker> {
  const viewer = await getViewer(request);
  if (!viewer) return { viewerPersonId: null, groups: [], bookingGroups: [] };
  const { actor, customerGroups, organisations, person } = viewer;
  const payers = organisations.filter(({ id }) => can(actor, 'booking.pay_on_account', { organisationId: id }));
  const bookingGroups = [...new Set([...customerGroups, ...payers.flatMap((payer) => payer.customerGroups)])];
  return { viewerPersonId: person.id, groups: customerGroups, bookingGroups };
}
