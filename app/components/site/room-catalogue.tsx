import { useTranslation } from 'react-i18next';
import { formatOre } from '~/lib/format-money';
import type { CatalogueRoom } from '~/modules/bookings/room-catalogue.queries.server';
import type { RoomKind } from '~/modules/rooms/room';
import { RoomIllustration, type RoomDrawingKind } from '../illustrations/room-illustration';
import { useRoomCardFacts } from './room-card-facts';
import { RoomRow, RoomRows } from './room-row';
import { useLocale } from './use-locale';

const DRAWING_KIND: Record<RoomKind, RoomDrawingKind> = {
  rehearsal: 'rehearsal',
  production: 'production',
  dissemination: 'dissemination',
  meeting: 'dissemination',
  let_unit: 'unit',
};

/** A room's drawing, by its own kind. */
export function RoomPicture({ slug, kind, label }: { slug: string; kind: RoomKind; label: string }) {
  return <RoomIllustration slug={slug} kind={DRAWING_KIND[kind]} label={label} />;
}

/** All rooms with their drawing, in one sentence each. */
export function RoomCatalogue({ rooms }: { rooms: readonly CatalogueRoom[] }) {
  const { t } = useTranslation('rooms');
  return (
    <RoomRows label={t('title')}>
      {rooms.map((room) => (
        <CatalogueRow key={room.slug} room={room} />
      ))}
    </RoomRows>
  );
}

function CatalogueRow({ room }: { room: CatalogueRoom }) {
  const { t: common } = useTranslation('common');
  const locale = useLocale();
  const price =
    room.priceFromOre === null ? '' : common('fromPerHour', { price: formatOre(room.priceFromOre, locale, { decimals: 'auto' }) });
  return (
    <RoomRow
      href={`/rom/${room.slug}`}
      name={room.name}
      facts={useRoomCardFacts(room)}
      price={price}
      picture={<RoomPicture slug={room.slug} kind={room.kind} label={room.name} />}
    >
      <p>{room.summary[locale]}</p>
    </RoomRow>
  );
}
