import { useTranslation } from 'react-i18next';
import { formatMoment, formatSpan } from '~/lib/format-time';
import type { DamageDetail, DamageSession } from '~/modules/bookings/visits/damage.queries.server';
import { useLocale } from '../site/use-locale';
import { Button } from '../ui/button';
import { DescriptionList } from '../ui/description-list';
import { SectionHeader } from '../ui/section-header';
import { TextAreaField } from '../ui/text-input';

/** What is broken, who found it, and who was there before them. */
export function DamageFacts({ damage }: { damage: DamageDetail }) {
  const { t } = useTranslation('hosting');
  const locale = useLocale();
  const { resolution, session, previous, photoId } = damage;
  const moment = (at: Date) => formatMoment(at, locale, { year: true });
  return (
    <section aria-labelledby="facts">
      <SectionHeader id="facts" title={t('damage.facts')} />
      <DescriptionList
        items={[
          { term: t('damage.what'), value: <span className="keeps-lines">{damage.description}</span> },
          { term: t('damage.room'), value: <a href={`/rom/${damage.roomSlug}`}>{`${damage.roomName}, ${damage.buildingName}`}</a> },
          { term: t('damage.reported'), value: moment(damage.reportedAt) },
          { term: t('damage.reporter'), value: damage.reporter ?? t('damage.byCode') },
          ...(session ? [{ term: t('damage.session'), value: <Session session={session} /> }] : []),
          { term: t('damage.previous'), value: previous ? <Session session={previous} /> : t('damage.noPrevious') },
          ...(resolution
            ? [
                {
                  term: t('damage.settled'),
                  value: t('damage.settledText', { moment: moment(resolution.at), name: resolution.by, note: resolution.note }),
                },
              ]
            : []),
        ]}
      />
      {photoId && (
        <p className="desk-gap">
          <a href={`/bilder/${photoId}`} data-reload>
            <img className="desk-photo" src={`/bilder/${photoId}`} alt={t('damage.photo')} loading="lazy" />
          </a>
        </p>
      )}
    </section>
  );
}

function Session({ session }: { session: DamageSession }) {
  const locale = useLocale();
  return (
    <>
      <a href={`/admin/bestillinger/${session.bookingId}`}>{session.who}</a>, {formatSpan(session.start, session.end, locale)} (
      {session.reference})
    </>
  );
}

/** What was done about it; with that it leaves the desk. */
export function ResolveForm({ refused }: { refused: { code: string; note: string } | null }) {
  const { t } = useTranslation('hosting');
  return (
    <section className="desk-section" aria-labelledby="settle">
      <SectionHeader id="settle" title={t('damage.settleTitle')} />
      <form method="post" className="stack desk-gap">
        <TextAreaField
          id="merknad"
          name="merknad"
          label={t('damage.note')}
          hint={t('damage.noteHint')}
          error={refused?.code === 'note_missing' ? t('damage.noteMissing') : undefined}
          defaultValue={refused?.note}
          required
        />
        <div className="form-actions">
          <Button variant="primary">{t('damage.settle')}</Button>
        </div>
      </form>
    </section>
  );
}
