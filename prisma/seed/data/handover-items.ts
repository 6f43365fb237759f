/** What should be in order when a room changes hands, by kind of room. */
import type { RoomKind } from '~/modules/rooms/room';

type Item = { readonly nb: string; readonly en: string };

const EVERYWHERE: readonly Item[] = [
  { nb: 'Vinduene er lukket', en: 'The windows are closed' },
  { nb: 'Søppelet er ute og golvet ryddig', en: 'The rubbish is out and the floor is clear' },
  { nb: 'Lyset er slukket og døra låst', en: 'The lights are off and the door is locked' },
];

export const HANDOVER_ITEMS: Readonly<Record<RoomKind, readonly Item[]>> = {
  rehearsal: [
    { nb: 'Forsterkere og sanganlegg er slått av', en: 'Amplifiers and PA are switched off' },
    { nb: 'Trommesett og stativer står på plass', en: 'Drums and stands are in place' },
    ...EVERYWHERE,
  ],
  production: [
    { nb: 'Utstyr og kabler er talt og på plass', en: 'Equipment and cables are counted and in place' },
    { nb: 'Maskiner er slått av', en: 'Machines are switched off' },
    ...EVERYWHERE,
  ],
  dissemination: [
    { nb: 'Stoler og bord står slik de sto', en: 'Chairs and tables are as they were' },
    { nb: 'Lyd og lys er slått av', en: 'Sound and light are switched off' },
    ...EVERYWHERE,
  ],
  meeting: [{ nb: 'Skjermen er slått av og kopper ryddet', en: 'The screen is off and cups are cleared' }, ...EVERYWHERE],
  let_unit: EVERYWHERE,
};
