import { Form } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { formatOre } from '~/lib/format-money';
import { formatMoment } from '~/lib/format-time';
import type { EquipmentLine } from '~/modules/bookings/equipment/equipment-desk.queries.server';
import { useLocale } from '../site/use-locale';
import { Button } from '../ui/button';
import { ErrorSummary } from '../ui/error-summary';
import { SectionHeader } from '../ui/section-header';
import { TextField } from '../ui/text-input';

export type EquipmentFormProps = {
  item: EquipmentLine;
  /** What was typed before, when it was refused. */
  values: Readonly<Record<string, string | undefined>> | null;
  errors: Readonly<Record<string, string>>;
};

const CODES = ['missing', 'invalid', 'too_big', 'promised', 'changed_meanwhile'] as const;

/** How many the house has and what one costs. */
export function EquipmentForm({ item, values, errors }: EquipmentFormProps) {
  const { t } = useTranslation('equipment');
  const locale = useLocale();
  const error = (name: string) => {
    const code = errors[name];
    return code === undefined ? undefined : t(`error.${CODES.find((known) => known === code) ?? 'invalid'}`);
  };
  const labels = { antall: t(item.kind === 'staff' ? 'peopleCount' : 'pieces'), pris: t('netPrice') };
  const wrong = (['antall', 'pris'] as const).flatMap((name) => {
    const text = error(name);
    return text ? [{ href: `#${name}`, text: `${labels[name]}: ${text}` }] : [];
  });
  return (
    <section aria-labelledby="edit">
      <SectionHeader id="edit" title={t('edit')} />
      <ErrorSummary title={t('error.summary')} errors={wrong} />
      <Form method="post" className="stack desk-gap" noValidate>
        <input type="hidden" name="forAntall" value={item.quantity} />
        <input type="hidden" name="forPris" value={item.netPriceOre} />
        <div className="form-grid">
          {item.kind === 'cleaning' ? (
            <input type="hidden" name="antall" value={item.quantity} />
          ) : (
            <TextField
              id="antall"
              name="antall"
              inputMode="numeric"
              label={labels.antall}
              defaultValue={values?.['antall'] ?? item.quantity}
              error={error('antall')}
            />
          )}
          <TextField
            id="pris"
            name="pris"
            inputMode="decimal"
            label={labels.pris}
            hint={t('netPriceHint', { price: formatOre(item.grossPriceOre, locale) })}
            defaultValue={values?.['pris'] ?? plainKroner(item.netPriceOre, locale)}
            error={error('pris')}
          />
        </div>
        <div>
          <Button variant="primary" name="intent" value="change">
            {t('save')}
          </Button>
        </div>
      </Form>
    </section>
  );
}

/** Takes the item out of what is offered, or puts it back. */
export function OfferForm({ item }: { item: EquipmentLine }) {
  const { t } = useTranslation('equipment');
  const locale = useLocale();
  const retired = item.retiredAt;
  return (
    <Form method="post" className="stack desk-gap">
      <p className="muted">{retired ? t('startText', { date: formatMoment(retired, locale, { year: true }) }) : t('stopText')}</p>
      <div>
        <Button name="intent" value={retired ? 'offer' : 'retire'}>
          {t(retired ? 'start' : 'stop')}
        </Button>
      </div>
    </Form>
  );
}

/** As it is typed: `520`, `520,50`. */
function plainKroner(ore: number, locale: 'nb' | 'en'): string {
  return formatOre(ore, locale, { decimals: 'auto' })
    .replaceAll(/[^\d.,]/g, '')
    .replace(locale === 'en' ? ',' : '.', '');
}
