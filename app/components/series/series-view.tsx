import { useTranslation } from 'react-i18next';
import type { PlanRefusal } from '~/modules/bookings/request-occurrences.server';
import { seriesQuery, withDate } from '~/modules/bookings/series/series-draft';
import type { SeriesPage } from '~/modules/bookings/series/series-page.queries.server';
import { refusalText } from '../booking/refusal-text';
import { PageHead } from '../layout/page-head';
import { useLocale } from '../site/use-locale';
import { ErrorSummary } from '../ui/error-summary';
import { Notice } from '../ui/notice';
import { SectionHeader } from '../ui/section-header';
import { SeriesCommit } from './series-commit';
import { NearbyNotes, SeriesDates } from './series-dates';
import { idOfField, seriesErrors, seriesRefusalTitle } from './series-errors';
import { useItemName } from './use-item-name';
import { SeriesForm } from './series-form';

export type SeriesViewProps = {
  page: SeriesPage;
  room: { slug: string; name: string };
  /** Why an attempt to book did not succeed. */
  refusal: PlanRefusal | null;
};

/** Puts a series together: the rule, then every date of it with its price, then the booking. */
export function SeriesView({ page, room, refusal }: SeriesViewProps) {
  const { t } = useTranslation('series');
  const locale = useLocale();
  const { t: booking } = useTranslation('booking');
  const path = `/rom/${room.slug}/serie`;
  const errors = seriesErrors(page.refusal, t);
  const itemName = useItemName(page.choices);
  return (
    <div className="wrap page stack">
      <PageHead
        title={t('page.title')}
        lead={t('page.lead', { room: room.name })}
        back={{ href: `/rom/${room.slug}/bestill`, label: t('page.back', { room: room.name }) }}
      />
      <ErrorSummary
        title={t('page.summary')}
        errors={Object.entries(errors).map(([name, text]) => ({ text, href: `#${idOfField(name)}` }))}
      />
      {refusal && (
        <Notice tone="danger" title={seriesRefusalTitle(refusal, t, locale)} announce>
          {'index' in refusal && <p>{refusalText(refusal, { t: booking, locale, itemName })}</p>}
        </Notice>
      )}
      <SeriesForm page={page} roomSlug={room.slug} errors={errors} />
      {page.preview && (
        <section className="section" aria-labelledby="datoer">
          <SectionHeader id="datoer" title={t('preview.title')} />
          <NearbyNotes preview={page.preview} />
          <SeriesDates
            preview={page.preview}
            roomCount={page.draft.rom.length}
            itemName={itemName}
            step={(row, { text, label }) => (
              <a href={`${path}?${seriesQuery(withDate(page.draft, row))}#datoer`} aria-label={label}>
                {text}
              </a>
            )}
          />
          <SeriesCommit page={page} path={path} />
        </section>
      )}
    </div>
  );
}
