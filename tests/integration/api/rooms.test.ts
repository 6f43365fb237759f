import { describe, expect, it } from 'vitest';
import { call, problem } from './api-world';

const rooms = await import('../../../app/routes/api/rooms');
const openapi = await import('../../../app/routes/api/openapi');
const { apiRooms } = await import('../../../app/modules/rooms/room.api.schema');

describe('GET /api/v1/rooms', () => {
  it('tells the rooms as the schema promises, in the order of the yard, with the ordinary price', async () => {
    const response = await call(rooms.loader, '/rooms');
    expect(response.status).toBe(200);
    const body = apiRooms.parse(await response.json());
    expect(body.rooms.map(({ slug }) => slug)).toEqual([
      ...[
        'storsalen',
        'storsalen-ost',
        'storsalen-vest',
        'hoyloftet',
        'ovingsrom-1',
        'ovingsrom-2',
        'ovingsrom-3',
        'ovingsrom-4',
        'ovingsrom-5',
      ],
      ...['lydstudio', 'klipperommet', 'storstua', 'vokalrommet', 'verkstedet'],
    ]);
    expect(body.rooms[5]).toMatchObject({
      name: 'Øvingsrom 2',
      planNumber: 4,
      partOf: null,
      priceFromOre: 9_500,
      building: { slug: 'laven', name: 'Låven' },
    });
  });

  it('can be read from any site and kept for a while', async () => {
    const { headers } = await call(rooms.loader, '/rooms');
    expect(headers.get('access-control-allow-origin')).toBe('*');
    expect(headers.get('cache-control')).toBe('public, max-age=300');
  });

  it('answers 304 to who has it already', async () => {
    const etag = (await call(rooms.loader, '/rooms')).headers.get('etag') ?? '';
    const again = await call(rooms.loader, '/rooms', { headers: { 'If-None-Match': `"other", ${etag}` } });
    expect(again.status).toBe(304);
    expect(await again.text()).toBe('');
  });

  it.each(['POST', 'PUT', 'PATCH', 'DELETE'])('refuses %s', async (method) => {
    const response = await call(rooms.action, '/rooms', { method });
    expect(response.status).toBe(405);
    expect(response.headers.get('allow')).toBe('GET, HEAD, OPTIONS');
    expect(await problem(response)).toMatchObject({ status: 405, code: 'method_not_allowed' });
  });

  it('answers a browser that asks before it reads', async () => {
    const response = await call(rooms.loader, '/rooms', { method: 'OPTIONS' });
    expect(response.status).toBe(204);
    expect(response.headers.get('access-control-allow-methods')).toBe('GET, HEAD');
  });
});

describe('GET /api/v1/openapi.json', () => {
  it('describes every address, and every reference leads somewhere', async () => {
    const response = await call(openapi.loader, '/openapi.json');
    const document = (await response.json()) as { paths: object; components: { schemas: object } };
    expect(Object.keys(document.paths)).toEqual(['/api/v1/rooms', '/api/v1/rooms/{slug}/availability', '/api/v1/quote']);
    const references = [...JSON.stringify(document).matchAll(/"#\/components\/schemas\/(\w+)"/g)].map(([, name]) => name);
    expect(references.length).toBeGreaterThan(8);
    expect(Object.keys(document.components.schemas)).toEqual(expect.arrayContaining([...new Set(references)]));
  });
});
