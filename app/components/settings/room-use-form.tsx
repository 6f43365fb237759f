import { Form } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { formatShare } from '~/lib/format-number';
import type { CancellationTier } from '~/modules/rooms/room.queries.server';
import { useLocale } from '../site/use-locale';
import { Button } from '../ui/button';
import { CheckField } from '../ui/check-field';
import { ErrorSummary } from '../ui/error-summary';
import { SectionHeader } from '../ui/section-header';
import { SelectField } from '../ui/select';
import { TextField } from '../ui/text-input';
import { type SettingFormProps, useSettingFields } from './setting-fields';

const HOURS_A_DAY = 24;
const AROUND = ['klargjoring', 'rydding'] as const;
const LIMITS = ['minst', 'hoyst', 'frist', 'dager'] as const;

type RoomUseFormProps = SettingFormProps & {
  policies: readonly { readonly id: string; readonly tiers: readonly CancellationTier[] }[];
};

/** Time around bookings, their length and notice, and what is given back. */
export function RoomUseForm({ policies, ...props }: RoomUseFormProps) {
  const { t } = useTranslation('settings');
  const policyText = usePolicyText();
  const fields = useSettingFields(props);
  const labels = Object.fromEntries([...AROUND, ...LIMITS, 'avbestilling' as const].map((name) => [name, t(`field.${name}`)]));
  return (
    <Form method="post" className="stack desk-gap" noValidate>
      <ErrorSummary title={t('error.summary')} errors={fields.summary(labels)} />
      <input type="hidden" name="versjon" value={props.values['versjon'] ?? ''} />
      <section className="stack" aria-labelledby="around">
        <SectionHeader id="around" title={t('use.around')} />
        <p className="setting-note">{t('use.aroundNote')}</p>
        <div className="form-grid">
          {AROUND.map((name) => (
            <TextField key={name} {...fields.of(name, t(`field.${name}`))} inputMode="numeric" autoComplete="off" />
          ))}
        </div>
      </section>
      <section className="stack" aria-labelledby="limits">
        <SectionHeader id="limits" title={t('use.limits')} />
        <p className="setting-note">
          {t('use.limitsNote')} <a href="/admin/regler">{t('use.toRules')}</a>
        </p>
        <div className="form-grid">
          {LIMITS.map((name) => (
            <TextField key={name} {...fields.of(name, t(`field.${name}`))} inputMode="decimal" autoComplete="off" />
          ))}
        </div>
      </section>
      <section className="stack" aria-labelledby="policy">
        <SectionHeader id="policy" title={t('use.policy')} />
        <SelectField
          {...fields.of('avbestilling', t('field.avbestilling'))}
          hint={t('use.policyNote')}
          options={policies.map(({ id, tiers }) => ({ value: id, label: policyText(tiers) }))}
        />
      </section>
      <section className="stack" aria-labelledby="letting">
        <SectionHeader id="letting" title={t('use.letting')} />
        <CheckField
          id="utleie"
          name="utleie"
          label={t('use.lettable')}
          hint={t('use.lettableNote')}
          defaultChecked={props.values['utleie'] !== undefined}
        />
      </section>
      <div className="form-actions">
        <Button variant="primary">{t('save')}</Button>
      </div>
    </Form>
  );
}

/** "100 % til 14 dager før, 50 % til 24 timer før"; whole days from two on. */
function usePolicyText() {
  const { t } = useTranslation('settings');
  const locale = useLocale();
  return (tiers: readonly CancellationTier[]) =>
    tiers
      .filter(({ refundBp }) => refundBp > 0)
      .toSorted((a, b) => b.hoursBefore - a.hoursBefore)
      .map(({ hoursBefore, refundBp }) => {
        const share = formatShare(refundBp, locale);
        const days = hoursBefore / HOURS_A_DAY;
        return days >= 2 && Number.isInteger(days)
          ? t('use.tierDays', { share, count: days })
          : t('use.tier', { share, count: hoursBefore });
      })
      .join(', ') || t('use.noRefund');
}
