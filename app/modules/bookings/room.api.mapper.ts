import type { ApiRoom } from '../rooms/room.api.schema';

/** A room of the catalogue. */
type CatalogueRoom = Omit<ApiRoom, 'building' | 'links' | 'partOf' | 'parts'> & {
  readonly buildingSlug: string;
  readonly buildingName: string;
  readonly whole: { readonly slug: string } | null;
  readonly parts: readonly { readonly slug: string }[];
};

/** A room as machines are told of it, with absolute links. */
export function toApiRoom(room: CatalogueRoom, publicUrl: string): ApiRoom {
  const { slug, name, kind, planNumber, floor, summary, squareMetres, capacity, stepFree, minMinutes, maxMinutes, horizonDays } = room;
  return {
    ...{ slug, name, kind, planNumber, floor, summary, squareMetres, capacity, stepFree, minMinutes, maxMinutes, horizonDays },
    building: { slug: room.buildingSlug, name: room.buildingName },
    partOf: room.whole?.slug ?? null,
    parts: room.parts.map((part) => part.slug),
    priceFromOre: room.priceFromOre,
    links: { page: `${publicUrl}/rom/${slug}`, availability: `${publicUrl}/api/v1/rooms/${slug}/availability` },
  };
}
