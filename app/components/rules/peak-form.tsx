import { Form } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import type { RuleDraft } from '~/modules/bookings/rules/rules-page.queries.server';
import { clockValue, halfHours } from '../desk/half-hours';
import { useLocale } from '../site/use-locale';
import { Button } from '../ui/button';
import { CheckField } from '../ui/check-field';
import { SectionHeader } from '../ui/section-header';
import { SelectField } from '../ui/select';
import { DraftSeenFields } from './draft-seen-fields';
import { ruleError } from './rule-errors';

const DAYS = [1, 2, 3, 4, 5, 6, 7] as const;
const HALF_HOUR = 30;
const MIDNIGHT = 24 * 60;

type PeakFormProps = { draft: RuleDraft; errors: Readonly<Record<string, string>>; values: Readonly<Record<string, string>> | null };

/** The hours that most people want; quotas may count them apart. */
export function PeakForm({ draft, errors, values }: PeakFormProps) {
  const { t } = useTranslation('rules');
  const locale = useLocale();
  const { weekdays, fromMinute, toMinute } = draft.peak;
  const ticked = values ? (values['ukedag'] ?? '').split(',').map(Number) : weekdays;
  return (
    <section className="desk-section" aria-labelledby="peak">
      <SectionHeader id="peak" title={t('peak.title')} />
      <Form method="post" className="stack desk-gap" noValidate>
        <DraftSeenFields draft={draft} />
        <fieldset className="check-row">
          <legend className="field-label">{t('peak.days')}</legend>
          {DAYS.map((day) => (
            <CheckField
              key={day}
              id={`ukedag-${day}`}
              name="ukedag"
              value={day}
              label={t(`weekday.${day}`)}
              defaultChecked={ticked.includes(day)}
            />
          ))}
        </fieldset>
        <div className="form-grid">
          <SelectField
            id="peak-fra"
            name="fra"
            label={t('peak.from')}
            error={ruleError(errors['fra'], t)}
            defaultValue={values?.['fra'] ?? clockValue(fromMinute)}
            options={halfHours(0, MIDNIGHT - HALF_HOUR, locale, String)}
          />
          <SelectField
            id="peak-til"
            name="til"
            label={t('peak.to')}
            error={ruleError(errors['til'], t)}
            defaultValue={values?.['til'] ?? clockValue(toMinute)}
            options={halfHours(HALF_HOUR, MIDNIGHT, locale, String)}
          />
        </div>
        <div>
          <Button name="intent" value="peak">
            {t('peak.save')}
          </Button>
        </div>
      </Form>
    </section>
  );
}
