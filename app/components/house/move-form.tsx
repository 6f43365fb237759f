import { Form } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { MINUTES_A_DAY } from '~/lib/local-time';
import { HOUSE_PATH, type HouseView, WANTED_NAMES, type WantedFields } from '~/modules/bookings/house/house-address';
import type { ChangePreview } from '~/modules/bookings/changes/preview-change.queries.server';
import type { HousePanel } from '~/modules/bookings/house/house-panel.queries.server';
import { halfHours } from '../desk/half-hours';
import { useLocale } from '../site/use-locale';
import { Button } from '../ui/button';
import { SelectField } from '../ui/select';
import { TextField } from '../ui/text-input';
import { fieldsOf } from './wanted-fields';

type MoveFormProps = { view: HouseView; panel: HousePanel; preview: ChangePreview; wanted: WantedFields | null };

const LAST_START = MINUTES_A_DAY - 30;
/** Rooms close at six in the morning at the latest. */
const LAST_END = MINUTES_A_DAY + 6 * 60;

/** Moving without dragging: the same preview, by a plain form. Open when the address names a time that is none. */
export function MoveForm({ view, panel, preview, wanted }: MoveFormProps) {
  const { t } = useTranslation('house');
  const locale = useLocale();
  const at = wanted ?? fieldsOf(panel);
  const nextDay = (clock: string) => t('move.nextDay', { clock });
  const hidden = {
    ...(view.scope === 'day' ? {} : { visning: view.scope === 'week' ? 'uke' : 'maned' }),
    ...{ dato: view.date, valgt: panel.occurrenceId, ...(view.room !== null && view.scope !== 'day' && { rom: view.room }) },
  };
  return (
    <details className="house-move" open={wanted !== null}>
      <summary>{t('move.title')}</summary>
      <Form method="get" action={HOUSE_PATH} className="house-move-fields" preventScrollReset>
        {Object.entries(hidden).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <SelectField
          id="nyttRom"
          name={WANTED_NAMES.rom}
          label={t('move.room')}
          defaultValue={at.rom || panel.roomSlug}
          options={preview.rooms.map(({ slug, name }) => ({ value: slug, label: name }))}
        />
        <TextField
          id="nyDato"
          name={WANTED_NAMES.dato}
          type="date"
          label={t('move.date')}
          defaultValue={at.dato}
          error={wanted ? t('move.invalid') : undefined}
        />
        <SelectField
          id="nyFra"
          name={WANTED_NAMES.fra}
          label={t('move.from')}
          defaultValue={at.fra}
          options={halfHours(0, LAST_START, locale, nextDay)}
        />
        <SelectField
          id="nyTil"
          name={WANTED_NAMES.til}
          label={t('move.to')}
          defaultValue={at.til}
          options={halfHours(30, LAST_END, locale, nextDay)}
        />
        <Button>{t('move.show')}</Button>
      </Form>
    </details>
  );
}
