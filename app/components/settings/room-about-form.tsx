import { Form } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import type { RoomGap } from '~/modules/pricing/opening/room-gaps.queries.server';
import { Button } from '../ui/button';
import { CheckField } from '../ui/check-field';
import { ErrorSummary } from '../ui/error-summary';
import { SectionHeader } from '../ui/section-header';
import { TextField } from '../ui/text-input';
import { LanguagePair, type SettingFormProps, usePairLabels, useSettingFields } from './setting-fields';

const TEXTS = [
  { name: 'kort', rows: 2 },
  { name: 'om', rows: 6 },
  { name: 'finnes', rows: 6, hint: true },
  { name: 'tilgjengelig', rows: 3 },
  { name: 'regler', rows: 5 },
] as const;

/** Name, size and texts of a room, in both languages. */
export function RoomAboutForm(props: SettingFormProps) {
  const { t } = useTranslation('settings');
  const pair = usePairLabels();
  const fields = useSettingFields(props);
  const label = (name: 'navn' | 'personer' | 'kvm' | 'etasje' | (typeof TEXTS)[number]['name']) => t(`field.${name}`);
  const labels = {
    ...{ navn: label('navn'), personer: label('personer'), kvm: label('kvm'), ...pair('etasje', label('etasje')) },
    ...Object.assign({}, ...TEXTS.map(({ name }) => pair(name, label(name)))),
  } as Record<string, string>;
  return (
    <Form method="post" className="stack desk-gap" noValidate>
      <ErrorSummary title={t('error.summary')} errors={fields.summary(labels)} />
      <input type="hidden" name="versjon" value={props.values['versjon'] ?? ''} />
      <div className="form-grid">
        <TextField {...fields.of('navn', label('navn'))} autoComplete="off" />
        <TextField {...fields.of('personer', label('personer'))} inputMode="numeric" autoComplete="off" />
        <TextField {...fields.of('kvm', label('kvm'))} inputMode="numeric" autoComplete="off" />
      </div>
      <LanguagePair name="etasje" label={label('etasje')} fields={fields} />
      <CheckField id="trinnfri" name="trinnfri" label={t('field.trinnfri')} defaultChecked={props.values['trinnfri'] !== undefined} />
      {TEXTS.map(({ name, rows, ...text }) => (
        <LanguagePair
          key={name}
          name={name}
          label={label(name)}
          rows={rows}
          fields={fields}
          {...('hint' in text && { hint: t('lineHint') })}
        />
      ))}
      <div className="form-actions">
        <Button variant="primary" name="intent" value="about">
          {t('save')}
        </Button>
      </div>
    </Form>
  );
}

const GAP_PAGES = { hours: '/apningstider', prices: '/priser' } as const;

type RoomOfferFormProps = {
  version: number;
  room: { slug: string; bookable: boolean };
  /** What it lacks before anybody can book it. */
  gaps: readonly RoomGap[];
};

/** Takes the room out of use, or offers it again once it has all it needs. */
export function RoomOfferForm({ version, room: { slug, bookable }, gaps }: RoomOfferFormProps) {
  const { t } = useTranslation('settings');
  if (!bookable && gaps.length > 0)
    return (
      <section className="desk-section" aria-labelledby="offer">
        <SectionHeader id="offer" title={t('gaps.title')} />
        <p className="setting-note">{t('gaps.text')}</p>
        <ul className="desk-list">
          {gaps.map((gap) => (
            <li key={gap}>{gap === 'texts' ? t('gaps.texts') : <a href={`/admin/rom/${slug}${GAP_PAGES[gap]}`}>{t(`gaps.${gap}`)}</a>}</li>
          ))}
        </ul>
      </section>
    );
  return (
    <section className="desk-section" aria-labelledby="offer">
      <SectionHeader id="offer" title={t(bookable ? 'offer.stopTitle' : 'offer.startTitle')} />
      <Form method="post" className="stack desk-gap">
        <p className="setting-note">{t(bookable ? 'offer.stopText' : 'offer.startText')}</p>
        <input type="hidden" name="versjon" value={version} />
        <div>
          <Button name="intent" value={bookable ? 'withdraw' : 'offer'}>
            {t(bookable ? 'offer.stop' : 'offer.start')}
          </Button>
        </div>
      </Form>
    </section>
  );
}
