import { useTranslation } from 'react-i18next';
import { formatOre } from '~/lib/format-money';
import type { RoomViewProps } from './room-view-props';
import { PageHead } from '../layout/page-head';
import { ButtonLink } from '../ui/button';
import { RoomFacts } from './room-facts';
import { RoomPicture } from './room-catalogue';
import { RoomWeekSection } from './room-week-section';
import { useLocale } from './use-locale';

/** One room: what it is, its week, and everything there is to know before booking. */
export function RoomView({ room, week, monday, ruleLines, now }: RoomViewProps) {
  const { t } = useTranslation('rooms');
  const { t: common } = useTranslation('common');
  const locale = useLocale();
  const price =
    week.priceFromOre === null ? null : common('fromPerHour', { price: formatOre(week.priceFromOre, locale, { decimals: 'auto' }) });
  return (
    <div className="wrap page stack">
      <div className="room-head">
        <div>
          <PageHead title={room.name} lead={room.summary[locale]} back={{ href: '/rom', label: t('room.back') }} />
          <p className="room-head-facts num">{[room.buildingName, room.floor[locale], price].filter(Boolean).join(' · ')}</p>
          <p className="room-head-action">
            <ButtonLink href={`/rom/${room.slug}/bestill`} variant="primary" size="xl" iconAfter="arrow-right">
              {t('room.book')}
            </ButtonLink>
          </p>
        </div>
        <figure className="room-head-picture">
          <RoomPicture slug={room.slug} kind={room.kind} label={room.name} />
        </figure>
      </div>
      <RoomWeekSection room={room} week={week} monday={monday} now={now} />
      <RoomFacts room={room} priceFrom={price} ruleLines={ruleLines} />
    </div>
  );
}
