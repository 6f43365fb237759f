import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { PriceChangePreview } from '~/components/prices/price-change-preview';
import { PriceGapNotice } from '~/components/prices/price-gap-notice';
import { RoomPricesForm } from '~/components/prices/room-prices-form';
import { RoomSettingsFrame } from '~/components/settings/room-settings-frame';
import { Notice } from '~/components/ui/notice';
import { parseForm, readForm } from '~/http/form.server';
import { notFound } from '~/http/guards.server';
import { pageMeta } from '~/http/meta';
import { isSaved } from '~/http/room-settings.server';
import { requireStaff } from '~/http/viewer.server';
import { now } from '~/infrastructure/clock.server';
import type { PriceRefusal } from '~/modules/pricing/price-change/decide-prices';
import { priceForm, type TypedPriceWish } from '~/modules/pricing/price-change/price-change.schema';
import { loadPricePage, previewPrices, type PricePreview } from '~/modules/pricing/price-change/price-facts.queries.server';
import { MOST_ROWS, priceFields } from '~/modules/pricing/price-change/price-fields';
import type { WeekRefusal } from '~/modules/pricing/price-change/price-week';
import { setPrices } from '~/modules/pricing/price-change/set-prices.server';

export const handle = { i18n: ['settings', 'rules', 'roomPrices'] };

export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageMeta(page?.page.room.name ?? '');

const USUAL_VAT = '6';
const EMPTY_ROWS = 1;

export async function loader({ params, request }: LoaderFunctionArgs) {
  await requireStaff(request, 'room.edit');
  const page = await loadPricePage(params['slug'] ?? '', now());
  if (!page) throw notFound();
  const { rows, ...shown } = page;
  // A list that begins later and was made to differ is left alone, unless it is meant.
  const laterToo: Record<string, string> = page.later.some(({ differs }) => differs) ? {} : { senere: 'on' };
  const asked = Number(new URL(request.url).searchParams.get('rader') ?? 0);
  return {
    page: { ...shown, hasPrices: rows.length > 0 },
    values: { fraDato: page.tomorrow, mva: page.vatCode ?? USUAL_VAT, ...laterToo, ...priceFields(rows) },
    rowCount: Math.min(MOST_ROWS, Math.max(rows.length + EMPTY_ROWS, Number.isInteger(asked) ? asked : 0)),
    saved: isSaved(request),
  };
}

type Answer = {
  values: Record<string, string>;
  errors: Record<string, string>;
  preview: PricePreview | null;
  gap: Extract<WeekRefusal, { code: 'gap' }> | null;
  stale: boolean;
};

const NO_ANSWER = { errors: {}, preview: null, gap: null, stale: false };

/** Shows what a change would do; saves it when what was shown still stands. */
export async function action({ params, request }: ActionFunctionArgs) {
  const { actor } = await requireStaff(request, 'room.edit');
  const slug = params['slug'] ?? '';
  const present = now();
  const posted = await readForm(request);
  const [seen, save] = [posted.get('sett'), posted.get('steg') === 'lagre'];
  for (const name of ['sett', 'steg']) posted.delete(name);
  const form = await parseForm(posted, priceForm);
  const answer: Answer = { ...NO_ANSWER, values: form.values };
  if (!form.ok) return data({ ...answer, errors: form.errors }, { status: 422 });
  const changed = save ? await setPrices(actor, { slug, wish: form.value, seen: typeof seen === 'string' ? seen : '' }, present) : null;
  if (changed?.ok) return redirect(`/admin/rom/${slug}/priser?sagt=lagret`, { status: 303 });
  if (changed?.code === 'not_allowed') throw new Response(null, { status: 403 });
  const preview = await previewPrices(slug, form.value, present);
  if (preview.ok) return data({ ...answer, preview: preview.value, stale: save }, { status: save ? 409 : 200 });
  if (preview.code === 'not_found') throw notFound();
  return data({ ...answer, ...faultOf(preview, form.value) }, { status: 422 });
}

function faultOf(refusal: PriceRefusal, { places }: TypedPriceWish): Partial<Answer> {
  switch (refusal.code) {
    case 'past':
      return { errors: { fraDato: refusal.code } };
    case 'unknown_vat':
      return { errors: { mva: refusal.code } };
    case 'overlap':
      return { errors: { [`dager${places[refusal.index] ?? 0}`]: refusal.code } };
    case 'gap':
      return { gap: refusal };
  }
}

export default function RoomPricesPage() {
  const { t } = useTranslation('roomPrices');
  const { page, values, rowCount, saved } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <RoomSettingsFrame room={page.room} saved={saved && !answer} stale={false}>
      {answer?.stale && <Notice tone="warning" title={t('stale')} announce />}
      {answer?.gap && <PriceGapNotice gap={answer.gap} />}
      {answer?.preview && <PriceChangePreview preview={answer.preview} values={answer.values} />}
      <RoomPricesForm
        key={answer ? JSON.stringify(answer.values) : JSON.stringify(values)}
        page={page}
        values={answer?.values ?? values}
        errors={answer?.errors ?? {}}
        rowCount={rowCount}
      />
    </RoomSettingsFrame>
  );
}
