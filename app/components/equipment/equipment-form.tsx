import { Form } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { formatOre } from '~/lib/format-money';
import { formatMoment } from '~/lib/format-time';
import type { EquipmentLine, OfferingRoom } from '~/modules/bookings/equipment/equipment-desk.queries.server';
import { LanguagePair, type SettingFormProps, usePairLabels, useSettingFields } from '../settings/setting-fields';
import { useLocale } from '../site/use-locale';
import { Button } from '../ui/button';
import { ErrorSummary } from '../ui/error-summary';
import { RadioCards } from '../ui/radio-cards';
import { SectionHeader } from '../ui/section-header';
import { TextField } from '../ui/text-input';
import { RoomChoice } from './room-choice';

export const KINDS = ['equipment', 'staff', 'cleaning'] as const;

export type EquipmentFormProps = SettingFormProps & {
  /** The item; without one, a new one is described. */
  item: Pick<EquipmentLine, 'kind' | 'grossPriceOre'> | null;
  rooms: readonly OfferingRoom[];
};

/** What an item is called, how many the house has, what one costs, and where it is offered. */
export function EquipmentForm({ item, rooms, ...props }: EquipmentFormProps) {
  const { t } = useTranslation('equipment');
  const { t: shared } = useTranslation('settings');
  const locale = useLocale();
  const pair = usePairLabels();
  const fields = useSettingFields(props);
  const { values } = props;
  const labels = {
    slag: t('kind.label'),
    ...pair('navn', t('name')),
    ...pair('tekst', t('description')),
    ...{ antall: t(item?.kind === 'staff' ? 'peopleCount' : 'pieces'), pris: t('netPrice') },
    ...{ minst: t('least'), frist: t('notice'), rom: t('rooms') },
  };
  const short = (name: 'antall' | 'minst' | 'frist') => ({ ...fields.of(name, labels[name]), autoComplete: 'off' });
  return (
    <section aria-labelledby="edit">
      <SectionHeader id="edit" title={t(item ? 'edit' : 'newEdit')} />
      <Form method="post" className="stack desk-gap" noValidate>
        <ErrorSummary title={t('error.summary')} errors={fields.summary(labels)} />
        {(['versjon', 'nokkel'] as const).map(
          (name) => values[name] !== undefined && <input key={name} type="hidden" name={name} value={values[name]} />,
        )}
        {!item && (
          <div id="slag" tabIndex={-1}>
            <RadioCards
              name="slag"
              legend={t('kind.label')}
              defaultValue={values['slag']}
              error={fields.of('slag', '').error}
              options={KINDS.map((kind) => ({ value: kind, title: t(`kind.${kind}`), text: t(`kindText.${kind}`) }))}
            />
          </div>
        )}
        <LanguagePair name="navn" label={t('name')} fields={fields} />
        <LanguagePair name="tekst" label={t('description')} fields={fields} rows={2} />
        <div className="form-grid">
          {item?.kind === 'cleaning' ? (
            <input type="hidden" name="antall" value={values['antall'] ?? ''} />
          ) : (
            <TextField {...short('antall')} inputMode="numeric" />
          )}
          <TextField
            {...fields.of('pris', labels.pris)}
            inputMode="decimal"
            autoComplete="off"
            hint={item ? t('netPriceHint', { price: formatOre(item.grossPriceOre, locale) }) : t('netPriceNew')}
          />
          {(!item || item.kind === 'staff') && <TextField {...short('minst')} inputMode="decimal" hint={t('leastHint')} />}
          <TextField {...short('frist')} inputMode="decimal" hint={t('noticeHint')} />
        </div>
        <RoomChoice rooms={rooms} chosen={(values['rom'] ?? '').split(',')} error={fields.of('rom', '').error} />
        <div>
          <Button variant="primary" name="intent" value="change">
            {shared('save')}
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
