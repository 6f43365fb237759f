/** Sums of the rent roll. Money without VAT. */
import type { LocalDate } from '~/lib/local-time';
import { allocate, type Ore, sumOre } from '~/lib/money';
import type { LeaseState, WeeklyTime } from './lease';

export interface Tenancy {
  readonly leaseId: string;
  readonly number: number;
  readonly who: string;
  readonly state: LeaseState;
  readonly startsOn: LocalDate;
  readonly endsOn: LocalDate | null;
  /** Rent a month. */
  readonly netOre: Ore;
  /** A unit of the house itself: priced, never invoiced. */
  readonly internal: boolean;
  /** Empty for the whole unit. */
  readonly times: readonly WeeklyTime[];
}

export interface RentRollRoom {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly buildingName: string;
  readonly squareMetres: number;
  /** It can also be booked by the hour: then its empty weekly times are no vacancy. */
  readonly bookable: boolean;
  readonly tenancies: readonly Tenancy[];
}

export interface RentRollSums {
  readonly letSquareMetres: number;
  readonly vacantSquareMetres: number;
  /** Rent a month of what runs on the day. */
  readonly rentOre: Ore;
  /** What the vacant units would bring a month at what the let ones bring a square metre; 0 while none is let whole. */
  readonly vacancyOre: Ore;
}

/** Units are rooms that nobody can book by the hour. */
export function rentRollSums(rooms: readonly RentRollRoom[], today: LocalDate): RentRollSums {
  const units = rooms.filter(({ bookable }) => !bookable);
  const isLet = (room: RentRollRoom) => running(room, today).length > 0;
  const metres = (wanted: readonly RentRollRoom[]) => wanted.reduce((sum, { squareMetres }) => sum + squareMetres, 0);
  const rent = (wanted: readonly RentRollRoom[]) =>
    sumOre([...new Map(wanted.flatMap((room) => running(room, today)).map((tenancy) => [tenancy.leaseId, tenancy.netOre])).values()]);
  const letUnits = units.filter(isLet);
  const [letSquareMetres, vacantSquareMetres] = [metres(letUnits), metres(units.filter((room) => !isLet(room)))];
  return {
    ...{ letSquareMetres, vacantSquareMetres, rentOre: rent(rooms) },
    vacancyOre: inProportion(rent(letUnits), vacantSquareMetres, letSquareMetres),
  };
}

/** The amount for some metres at the price of others. */
function inProportion(rentOre: Ore, metres: number, priced: number): Ore {
  if (priced === 0) return 0;
  const times = Math.floor(metres / priced);
  const rest = metres - times * priced;
  return sumOre([...Array.from({ length: times }, () => rentOre), allocate(rentOre, [rest, priced - rest])[0] ?? 0]);
}

/** The tenancies of a room on a day. */
export function running({ tenancies }: Pick<RentRollRoom, 'tenancies'>, today: LocalDate): Tenancy[] {
  return tenancies.filter(({ startsOn, endsOn }) => startsOn <= today && (endsOn === null || today < endsOn));
}
