/**
 * The open register of legal entities as far as the hub asks it: `GET /enheter/:number` and `GET /underenheter/:number`.
 * Everything else is answered as unknown, as the register does.
 */
import { createServer, type Server } from 'node:http';
import { DEPARTMENTS, ENTITIES } from './entities';

const PATH = /^\/(enheter|underenheter)\/(\d{9})$/;

export function createRegisterServer(): Server {
  return createServer((request, response) => {
    const [, list, number = ''] = PATH.exec(request.url ?? '') ?? [];
    const found = request.method === 'GET' ? (list === 'enheter' ? ENTITIES : DEPARTMENTS).get(number) : undefined;
    response.writeHead(found?.status ?? 404, { 'Content-Type': 'application/json' });
    response.end(found ? JSON.stringify(found.body) : '');
  });
}
