import { useTranslation } from 'react-i18next';
import type { RoomKind } from '~/modules/rooms/room';

type CardRoom = {
  buildingName: string;
  kind: RoomKind;
  capacity: number;
  squareMetres: number;
  whole: { name: string } | null;
  parts: readonly unknown[];
};

/** "Låven, formidling, 80 plasser, del av Storsalen". */
export function useRoomCardFacts({ buildingName, kind, capacity, squareMetres, whole, parts }: CardRoom): string {
  const { t } = useTranslation('rooms');
  const { t: common } = useTranslation('common');
  const size = kind === 'dissemination' ? common('seats', { count: capacity }) : common('squareMetres', { count: squareMetres });
  return [
    t('card.facts', { building: buildingName, kind: common(`roomKind.${kind}`).toLowerCase() }),
    size,
    ...(whole ? [common('partOf', { room: whole.name })] : []),
    ...(parts.length > 0 ? [common('divisible', { count: parts.length })] : []),
  ].join(', ');
}
