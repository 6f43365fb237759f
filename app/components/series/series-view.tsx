import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { formatOre } from '~/lib/format-money';
import type { Locale } from '~/lib/locale';
import type { PlanRefusal } from '~/modules/bookings/request-occurrences.server';
import type { SeriesPage } from '~/modules/bookings/series/series-page.queries.server';
import { refusalText } from '../booking/refusal-text';
import { PageHead } from '../layout/page-head';
import { useLocale } from '../site/use-locale';
import { ErrorSummary } from '../ui/error-summary';
import { Notice } from '../ui/notice';
import { SectionHeader } from '../ui/section-header';
import { SeriesCommit } from './series-commit';
import { SeriesDates } from './series-dates';
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
  const errors = fieldErrors(page.refusal, t);
  return (
    <div className="wrap page stack">
      <PageHead
        title={t('page.title')}
        lead={t('page.lead', { room: room.name })}
        back={{ href: `/rom/${room.slug}/bestill`, label: t('page.back', { room: room.name }) }}
      />
      <ErrorSummary title={t('page.summary')} errors={Object.entries(errors).map(([name, text]) => ({ text, href: `#${idOf(name)}` }))} />
      {refusal && (
        <Notice tone="danger" title={refusalTitle(refusal, t, locale)} announce>
          {'index' in refusal && <p>{refusalText(refusal, { t: booking, locale, itemName: () => '' })}</p>}
        </Notice>
      )}
      <SeriesForm page={page} roomSlug={room.slug} errors={errors} />
      {page.preview && (
        <section className="section" aria-labelledby="datoer">
          <SectionHeader id="datoer" title={t('preview.title')} />
          <SeriesDates preview={page.preview} draft={page.draft} path={path} />
          <SeriesCommit page={page} path={path} />
        </section>
      )}
    </div>
  );
}

function idOf(field: string): string {
  return field === 'ukedag' ? 'ukedag-1' : field;
}

function fieldErrors(refusal: SeriesPage['refusal'], t: TFunction<'series'>): Record<string, string> {
  if (!refusal) return {};
  if (!('field' in refusal)) return { [refusal.code === 'unknown_room' ? 'rom' : 'dato']: t(`error.${refusal.code}`) };
  return { [refusal.field]: 'most' in refusal ? t('error.too_many_occurrences', { most: refusal.most }) : t(`error.${refusal.code}`) };
}

function refusalTitle(refusal: PlanRefusal, t: TFunction<'series'>, locale: Locale): string {
  if (refusal.code === 'price_changed') return t('error.price_changed', { price: formatOre(refusal.totalOre, locale) });
  if (refusal.code === 'unknown_room') return t('error.unknown_room');
  return t('error.taken_meanwhile');
}
