import { Form } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { formatDay } from '~/lib/format-time';
import type { LocalDate } from '~/lib/local-time';
import { halfHours } from '../desk/half-hours';
import { useLocale } from '../site/use-locale';
import { Button } from '../ui/button';
import { ErrorSummary } from '../ui/error-summary';
import { FieldError } from '../ui/field';
import { Notice } from '../ui/notice';
import { Select, type SelectOption } from '../ui/select';
import { TextField } from '../ui/text-input';
import { settingError } from './setting-errors';
import { type SettingFormProps, useSettingFields } from './setting-fields';

const WEEK = [1, 2, 3, 4, 5, 6, 7] as const;
type Day = (typeof WEEK)[number];
const LAST_BEGINNING = 23 * 60 + 30;
/** Until six the next morning. */
const LATEST_END = 30 * 60;

type RoomHoursFormProps = SettingFormProps & {
  /** The date that other hours are planned from, if it is ahead. */
  plannedFrom: LocalDate | null;
  /** Two spans a day, for a room that closes in between. */
  twice: boolean;
};

/** The hours of a week from a date. */
export function RoomHoursForm({ plannedFrom, twice, ...props }: RoomHoursFormProps) {
  const { t } = useTranslation('settings');
  const locale = useLocale();
  const fields = useSettingFields(props);
  const spans = twice ? (['', 'b'] as const) : ([''] as const);
  const labels = Object.fromEntries(
    WEEK.flatMap((day) => spans.flatMap((nth) => (['fra', 'til'] as const).map((end) => [`${end}${day}${nth}`, t(`weekday.${day}`)]))),
  );
  return (
    <Form method="post" className="stack desk-gap" noValidate>
      <ErrorSummary title={t('error.summary')} errors={fields.summary({ fraDato: t('field.fraDato'), ...labels })} />
      <input type="hidden" name="versjon" value={props.values['versjon'] ?? ''} />
      <p className="setting-note">{t('hours.note')}</p>
      {plannedFrom && <Notice title={t('hours.planned', { date: formatDay(plannedFrom, locale, { long: true, year: true }) })} />}
      <div className="setting-week">
        {WEEK.map((day) => (
          <fieldset key={day} className="setting-day">
            <legend>{t(`weekday.${day}`)}</legend>
            {spans.map((nth) => (
              <Span key={nth} day={day} nth={nth} {...props} />
            ))}
          </fieldset>
        ))}
      </div>
      {!twice && (
        <p>
          <a href="?delt=ja">{t('hours.twice')}</a>
        </p>
      )}
      <div className="form-grid">
        <TextField {...fields.of('fraDato', t('field.fraDato'))} type="date" hint={t('hours.fromHint')} />
      </div>
      <div className="form-actions">
        <Button variant="primary">{t('save')}</Button>
      </div>
    </Form>
  );
}

function Span({ day, nth, values, errors }: SettingFormProps & { day: Day; nth: '' | 'b' }) {
  const { t } = useTranslation('settings');
  const locale = useLocale();
  const [fra, til] = [`fra${day}${nth}`, `til${day}${nth}`];
  const nextDay = (clock: string) => t('hours.nextDay', { clock });
  const wrong = settingError(errors[fra] ?? errors[til], t);
  const closed = { value: '', label: t(nth === '' ? 'hours.closed' : 'hours.noMore') };
  const select = (name: string, label: string, options: readonly SelectOption[]) => (
    <Select
      id={name}
      name={name}
      aria-label={`${t(`weekday.${day}`)}, ${label}`}
      aria-invalid={errors[name] ? true : undefined}
      aria-describedby={wrong ? `${fra}-error` : undefined}
      defaultValue={values[name] ?? ''}
      options={withKept([closed, ...options], values[name])}
    />
  );
  return (
    <div className="setting-span">
      {select(fra, t(nth === '' ? 'hours.from' : 'hours.againFrom'), halfHours(0, LAST_BEGINNING, locale, nextDay))}
      <span aria-hidden="true">–</span>
      {select(til, t(nth === '' ? 'hours.to' : 'hours.againTo'), halfHours(30, LATEST_END, locale, nextDay))}
      {wrong && <FieldError id={`${fra}-error`}>{wrong}</FieldError>}
    </div>
  );
}

/** What is set but is no half hour, or was typed by a machine, is shown as it is. */
function withKept(options: readonly SelectOption[], value: string | undefined): readonly SelectOption[] {
  return value === undefined || options.some((option) => option.value === value) ? options : [...options, { value, label: value }];
}
