import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { ListPages } from '~/components/desk/list-pages';
import { EquipmentForm, OfferForm } from '~/components/equipment/equipment-form';
import { EquipmentUses, ShortBookings } from '~/components/equipment/equipment-uses';
import { AdminHead } from '~/components/layout/admin-top';
import { StaleNotice } from '~/components/settings/stale-notice';
import { BackLink } from '~/components/layout/page-head';
import { useLocale } from '~/components/site/use-locale';
import { Notice } from '~/components/ui/notice';
import { parseForm, readForm } from '~/http/form.server';
import { notFound, requireId } from '~/http/guards.server';
import { localeOf } from '~/http/locale.server';
import { pageMeta } from '~/http/meta';
import { requireStaff } from '~/http/viewer.server';
import { now } from '~/infrastructure/clock.server';
import { parsePage } from '~/modules/bookings/money-period.schema';
import { changeEquipment } from '~/modules/bookings/equipment/change-equipment.server';
import type { PromisedUse } from '~/modules/bookings/equipment/decide-equipment-change';
import { equipmentChangeSchema } from '~/modules/bookings/equipment/equipment-change.schema';
import { findEquipment, findEquipmentTerms } from '~/modules/bookings/equipment/equipment-desk.queries.server';
import { equipmentFields } from '~/modules/bookings/equipment/equipment-fields';
import { offerEquipment } from '~/modules/bookings/equipment/offer-equipment.server';
import { type Actor, can } from '~/modules/identity/permissions';

const PAGE_SIZE = 25;
const SAID = ['added', 'changed', 'retired', 'offered'] as const;

export const handle = { i18n: ['equipment', 'settings'] };

export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageMeta(page?.title ?? '');

export async function loader({ params, request }: LoaderFunctionArgs) {
  const { actor } = await requireStaff(request, 'equipment.view');
  const asked = new URL(request.url).searchParams;
  const part = { page: parsePage(asked), size: PAGE_SIZE, withNames: can(actor, 'booking.view') };
  const found = await findEquipment(requireId(params.id), part, now());
  if (!found) throw notFound();
  return {
    title: found.item.name[localeOf(request)],
    found,
    values: equipmentFields(found.terms),
    mayEdit: can(actor, 'equipment.edit'),
    said: SAID.find((word) => word === asked.get('sagt')) ?? null,
  };
}

export async function action({ params, request }: ActionFunctionArgs) {
  const { actor } = await requireStaff(request, 'equipment.edit');
  const itemId = requireId(params.id);
  const posted = await readForm(request);
  const intent = posted.get('intent');
  return intent === 'retire' || intent === 'offer' ? offer(actor, itemId, intent === 'offer') : change(actor, itemId, posted);
}

async function change(actor: Actor, itemId: string, posted: FormData) {
  const form = await parseForm(posted, equipmentChangeSchema);
  if (!form.ok) return refused(form.values, form.errors);
  const changed = await changeEquipment(actor, itemId, form.value, now());
  if (changed.ok) return redirect(`/admin/utstyr/${itemId}?sagt=changed`, { status: 303 });
  if (changed.code === 'not_found') throw notFound();
  if (changed.code === 'not_allowed') throw new Response(null, { status: 403 });
  if (changed.code === 'unknown_room') return refused(form.values, { rom: changed.code });
  if (changed.code === 'promised') return refused(form.values, { antall: changed.code }, changed.short);
  // The version that stands goes along, so that saving once more is meant.
  const current = await findEquipmentTerms(itemId);
  return data({ values: { ...form.values, versjon: String(current?.version ?? '') }, errors: {}, short: [], stale: true }, { status: 409 });
}

async function offer(actor: Actor, itemId: string, offered: boolean) {
  const done = await offerEquipment(actor, { itemId, offered }, now());
  if (done.ok) return redirect(`/admin/utstyr/${itemId}?sagt=${offered ? 'offered' : 'retired'}`, { status: 303 });
  if (done.code === 'not_found') throw notFound();
  throw new Response(null, { status: 403 });
}

function refused(values: Record<string, string>, errors: Record<string, string>, short: readonly PromisedUse[] = []) {
  return data({ values, errors, short, stale: false }, { status: short.length > 0 ? 409 : 422 });
}

export default function EquipmentItemPage() {
  const { t } = useTranslation('equipment');
  const locale = useLocale();
  const { found, values, mayEdit, said } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { item } = found;
  return (
    <>
      <BackLink href="/admin/utstyr" label={t('back')} />
      <AdminHead title={item.name[locale]} note={item.rooms.join(', ') || t('noRooms')} />
      {said && !answer && <Notice tone="success" title={t(`said.${said}`)} announce />}
      {answer && answer.short.length > 0 && <ShortBookings short={answer.short} />}
      {answer?.stale && <StaleNotice />}
      {mayEdit && (
        <EquipmentForm
          key={answer ? 'typed' : values['versjon']}
          item={item}
          rooms={found.houseRooms}
          values={answer?.values ?? values}
          errors={answer?.errors ?? {}}
        />
      )}
      {mayEdit && <OfferForm item={item} />}
      <EquipmentUses uses={found.uses} />
      <ListPages page={found.page} pageSize={PAGE_SIZE} total={found.total} />
    </>
  );
}
