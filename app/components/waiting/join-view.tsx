import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { formatSpan } from '~/lib/format-time';
import type { JoinPage } from '~/modules/bookings/waiting/waitlist-page.queries.server';
import { PageHead } from '../layout/page-head';
import { useLocale } from '../site/use-locale';
import { Button, ButtonLink } from '../ui/button';
import { DescriptionList } from '../ui/description-list';
import { Notice } from '../ui/notice';
import { SelectField } from '../ui/select';
import { TextField } from '../ui/text-input';

export type JoinViewProps = {
  page: JoinPage;
  /** The booking page with this time. */
  bookPath: string;
  /** Whom the person may book for, beside themselves. */
  organisations: readonly { id: string; name: string }[];
  values: Readonly<Record<string, string>>;
  /** What the last try was refused for; a code with its facts. */
  refusal: { code: string; limit?: number; capacity?: number } | null;
};

const ABOUT_PEOPLE: ReadonlySet<string> = new Set(['too_many_people', 'bad_people']);

/** What one waits for, who is in line, and the one button. */
export function JoinView({ page, bookPath, organisations, values, refusal }: JoinViewProps) {
  const { t } = useTranslation('waiting');
  const locale = useLocale();
  const shown = refusal ?? page.refusal;
  const peopleError = refusal && ABOUT_PEOPLE.has(refusal.code) ? refusalText(refusal, t) : undefined;
  return (
    <div className="wrap page page-letter stack">
      <PageHead title={t('join.title')} lead={t('join.lead', { room: page.roomName })} back={{ href: bookPath, label: t('join.back') }} />
      {shown && !peopleError && <Notice tone="warning" title={refusalText(shown, t)} announce />}
      <DescriptionList
        items={[
          { term: t('join.room'), value: page.roomName },
          { term: t('join.when'), value: formatSpan(page.slot.start, page.slot.end, locale, { year: true }) },
          { term: t('join.line'), value: page.ahead === 0 ? t('join.lineNone') : t('join.lineSome', { count: page.ahead }) },
        ]}
      />
      {page.refusal ? (
        <div className="form-actions">
          <ButtonLink variant="primary" href={bookPath}>
            {page.refusal.code === 'free' ? t('join.book') : t('join.back')}
          </ButtonLink>
        </div>
      ) : (
        <form method="post" className="stack" data-reload noValidate>
          <TextField
            id="antall"
            name="antall"
            type="number"
            inputMode="numeric"
            min={1}
            max={page.capacity}
            label={t('join.people')}
            defaultValue={values['antall'] ?? '1'}
            error={peopleError}
          />
          {organisations.length > 0 && (
            <SelectField
              id="for"
              name="for"
              label={t('join.for')}
              defaultValue={values['for'] ?? ''}
              options={[{ value: '', label: t('join.forMe') }, ...organisations.map(({ id, name }) => ({ value: id, label: name }))]}
            />
          )}
          <p className="prose">{t('join.how')}</p>
          <div className="form-actions">
            <Button variant="primary">{t('join.submit')}</Button>
          </div>
        </form>
      )}
    </div>
  );
}

const SAID = ['free', 'too_late', 'too_many_entries', 'too_many_people', 'own_booking', 'not_allowed', 'bad_people'] as const;

function refusalText(refusal: NonNullable<JoinViewProps['refusal']>, t: TFunction<'waiting'>): string {
  const code = SAID.find((said) => said === refusal.code) ?? 'other';
  return t(`join.refusal.${code}`, { limit: refusal.limit ?? 0, capacity: refusal.capacity ?? 0 });
}
