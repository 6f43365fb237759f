/**
 * Statistics Norway's PxWebApi v2 as far as the hub asks it: `GET /tables/14710/data`, in JSON-stat 2. Months are given in another order
 * than they stand in, and the last place is one that is not published, as it may be with the real one.
 */
import { createServer, type Server } from 'node:http';
import { publishedBy } from './published';

export function createIndexServer(now: () => Date = () => new Date()): Server {
  return createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://stand-in');
    const since = /^from\((\d{4})M(\d{2})\)$/.exec(url.searchParams.get('valueCodes[Tid]') ?? '');
    const found = request.method === 'GET' && url.pathname === '/tables/14710/data' && since;
    response.writeHead(found ? 200 : 404, { 'Content-Type': 'application/json' });
    response.end(found ? JSON.stringify(answer(`${since[1] ?? ''}-${since[2] ?? ''}`, now())) : '');
  });
}

function answer(since: string, now: Date) {
  const months = publishedBy(now).filter(({ month }) => month >= since);
  const code = (month: string) => month.replace('-', 'M');
  const index = new Map(months.map(({ month }, place) => [code(month), place] as const).reverse());
  const awaited = code(now.toISOString().slice(0, 7));
  const values: (number | null)[] = months.map(({ tenths }) => tenths / 10);
  const missing: Record<string, number> = index.has(awaited) ? {} : { [awaited]: months.length };
  return {
    version: '2.0',
    class: 'dataset',
    label: '14710: Konsumprisindeks, etter statistikkvariabel og måned',
    source: 'Statistisk sentralbyrå',
    id: ['ContentsCode', 'Tid'],
    size: [1, months.length + Object.keys(missing).length],
    dimension: {
      ContentsCode: {
        label: 'statistikkvariabel',
        category: {
          index: { KpiIndMnd: 0 },
          label: { KpiIndMnd: 'Konsumprisindeks (2025=100)' },
          unit: { KpiIndMnd: { base: 'indeks', decimals: 1 } },
        },
      },
      Tid: { label: 'måned', category: { index: { ...Object.fromEntries(index), ...missing } } },
    },
    value: [...values, ...Object.keys(missing).map(() => null)],
    status: Object.fromEntries(Object.values(missing).map((place) => [String(place), '.'])),
    extension: { px: { tableid: '14710', decimals: 1 } },
  };
}
