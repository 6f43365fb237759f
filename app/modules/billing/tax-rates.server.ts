/** Stripe's tax rates, made once for each rate of VAT and remembered: neither the rate nor "included" can be changed later. */
import { db } from '~/infrastructure/db.server';
import { callStripe, operationKey } from '~/infrastructure/stripe.server';
import { newId } from '~/lib/ids.server';

/** These rows are a memory, not a setting that changes: they hold from the beginning. */
const ALWAYS = new Date(0);

/** Basis points → id of the tax rate at Stripe, created where there is none. */
export async function taxRateIds(rates: readonly number[]): Promise<Map<number, string>> {
  const ids = new Map<number, string>();
  for (const vatBp of rates) ids.set(vatBp, (await remembered(vatBp)) ?? (await remember(vatBp, await findOrCreate(vatBp))));
  return ids;
}

/** For the case that Stripe no longer knows them, such as a new account. */
export async function forgetTaxRates(rates: readonly number[]): Promise<void> {
  await db.setting.deleteMany({ where: { key: { in: rates.map(settingKey) } } });
}

async function remembered(vatBp: number): Promise<string | undefined> {
  const setting = await db.setting.findFirst({ where: { key: settingKey(vatBp) }, select: { value: true } });
  return typeof setting?.value === 'string' ? setting.value : undefined;
}

/** Two may come here at once; both use what was stored first. */
async function remember(vatBp: number, id: string): Promise<string> {
  await db.setting.createMany({
    data: { id: newId(), key: settingKey(vatBp), value: id, validFrom: ALWAYS },
    skipDuplicates: true,
  });
  return (await remembered(vatBp)) ?? id;
}

async function findOrCreate(vatBp: number): Promise<string> {
  const list = await callStripe('list', (stripe) => stripe.taxRates.list({ active: true, inclusive: true, limit: 100 }));
  const known = list.data.find((rate) => rate.metadata?.['vat_bp'] === String(vatBp));
  if (known) return known.id;
  const created = await callStripe('tax_rate', (stripe) =>
    stripe.taxRates.create(
      {
        display_name: 'MVA',
        inclusive: true,
        percentage: vatBp / 100,
        country: 'NO',
        tax_type: 'vat',
        metadata: { vat_bp: String(vatBp) },
      },
      { idempotencyKey: operationKey('tax-rate', String(vatBp), 1) },
    ),
  );
  return created.id;
}

function settingKey(vatBp: number): string {
  return `stripe.tax_rate.${vatBp}`;
}
