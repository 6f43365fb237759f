import type { TFunction } from 'i18next';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { formatOre } from '~/lib/format-money';
import { formatShare } from '~/lib/format-number';
import { formatDuration } from '~/lib/format-time';
import type { Locale } from '~/lib/locale';
import type { CancellationTier } from '~/modules/pricing/cancellation-policy';
import type { PricedRoomPage } from '~/modules/bookings/room-page.queries.server';
import { DescriptionList } from '../ui/description-list';
import { SectionHeader } from '../ui/section-header';
import { useLocale } from './use-locale';

type RoomFactsProps = { room: PricedRoomPage; priceFrom: string | null; ruleLines: readonly string[] };

/** What stands in the room, how to get in, and the rules. */
export function RoomFacts({ room, priceFrom, ruleLines }: RoomFactsProps) {
  const { t } = useTranslation('rooms');
  const { t: common } = useTranslation('common');
  const locale = useLocale();
  const { setupMinutes, cleanupMinutes, noticeMinutes } = room;
  return (
    <div className="columns room-facts">
      <div className="stack">
        <section>
          <SectionHeader title={t('room.facts')} />
          <p className="prose">{room.description[locale]}</p>
        </section>
        <section>
          <SectionHeader title={t('room.included')} />
          <ul className="bullets">
            {room.included[locale].map((item) => (
              <li key={item}>{item}</li>
            ))}
          </ul>
        </section>
        {room.equipment.length > 0 && (
          <section>
            <SectionHeader title={t('room.addons')} />
            <DescriptionList
              items={room.equipment.map((item) => ({
                key: item.slug,
                term: item.name[locale],
                value: t('room.pricePiece', { price: formatOre(item.grossPriceOre, locale, { decimals: 'auto' }) }),
              }))}
            />
          </section>
        )}
      </div>
      <div className="stack">
        <section>
          <SectionHeader title={t('room.inShort')} />
          <DescriptionList
            items={[
              { term: t('room.size'), value: common('squareMetres', { count: room.squareMetres }) },
              ...divisionOf(room, t),
              { term: t('room.capacity'), value: t('room.capacityValue', { count: room.capacity }) },
              ...(priceFrom ? [{ term: t('room.price'), value: priceFrom }] : []),
              { term: t('room.shortest'), value: formatDuration(room.minMinutes, locale) },
              { term: t('room.longest'), value: formatDuration(room.maxMinutes, locale) },
              {
                term: t('room.notice'),
                value: noticeMinutes > 0 ? t('room.noticeValue', { duration: formatDuration(noticeMinutes, locale) }) : t('room.noNotice'),
              },
              ...(ruleLines.length > 0 ? [{ term: t('room.quota'), value: ruleLines.join(', ') }] : []),
              ...(setupMinutes + cleanupMinutes > 0
                ? [{ term: t('room.setup'), value: t('room.setupValue', { before: setupMinutes, after: cleanupMinutes }) }]
                : []),
              ...(room.approvalHours === null
                ? []
                : [{ term: t('room.approval'), value: t('room.approvalValue', { hours: room.approvalHours }) }]),
              { term: t('room.cancellation'), value: policyText(room.policy, t, locale) },
            ]}
          />
        </section>
        <section>
          <SectionHeader title={t('room.access')} />
          <p>{room.entrance[locale]}</p>
        </section>
        <section>
          <SectionHeader title={t('room.accessibility')} />
          <p>{room.accessibility[locale]}</p>
        </section>
        <section>
          <SectionHeader title={t('room.rules')} />
          <p className="prose">{room.rules[locale]}</p>
        </section>
      </div>
    </div>
  );
}

/** What else the room can be hired as, with links. */
function divisionOf({ whole, parts }: PricedRoomPage, t: TFunction<'rooms'>) {
  const others = whole ? [whole] : parts;
  if (others.length === 0) return [];
  const links = others.map(({ slug, name }, index) => (
    <Fragment key={slug}>
      {index > 0 && ', '}
      <a href={`/rom/${slug}`}>{name}</a>
    </Fragment>
  ));
  const value = (
    <>
      {t(whole ? 'room.divisionWhole' : 'room.divisionParts')} {links}
    </>
  );
  return [{ term: t('room.division'), value }];
}

const HOURS_A_DAY = 24;
/** From here on people count in days. */
const LONG_HOURS = 48;

/** "Alt tilbake til 14 dager før start. 50 % tilbake til 3 dager før start. Etter det betaler du full pris." */
function policyText(policy: readonly CancellationTier[], t: TFunction<'rooms'>, locale: Locale): string {
  const tiers = policy
    .filter((tier) => tier.refundBp > 0)
    .toSorted((a, b) => b.hoursBefore - a.hoursBefore)
    .map(({ hoursBefore, refundBp }) => {
      const hours =
        hoursBefore >= LONG_HOURS ? t('room.days', { count: hoursBefore / HOURS_A_DAY }) : t('room.hours', { count: hoursBefore });
      return t('room.policyTier', { share: formatShare(refundBp, locale), hours });
    });
  return [...tiers, t('room.policyRest')].join('. ').concat('.');
}
