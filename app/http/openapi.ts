/** The description of the machine API, made from the schemas that check it. */
import { z } from 'zod';
import { apiAvailability, apiInterval } from '~/modules/availability/availability.api.schema';
import { apiAlternative, apiProblem, apiQuote, apiQuoteLine, apiQuoteRequest, apiQuoteWarning } from '~/modules/bookings/quote.api.schema';
import { apiRoom, apiRooms } from '~/modules/rooms/room.api.schema';

const ANSWERS = [apiRoom, apiRooms, apiInterval, apiAvailability, apiQuote, apiQuoteLine, apiQuoteWarning, apiAlternative, apiProblem];

export function openApiDocument(publicUrl: string) {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Sundbytunet',
      version: '1',
      description:
        'Rooms of the culture hub, when they are free and what they cost. Amounts are øre; times have an offset (RFC 3339). Nobody is named.',
    },
    servers: [{ url: publicUrl }],
    paths: {
      '/api/v1/rooms': {
        get: { operationId: 'listRooms', summary: 'All bookable rooms', responses: { '200': json('Rooms', 'The rooms') } },
      },
      '/api/v1/rooms/{slug}/availability': {
        get: {
          operationId: 'getAvailability',
          summary: 'Free and busy time of a room, at most 31 days at once',
          parameters: [
            { name: 'slug', in: 'path', required: true, schema: { type: 'string' }, example: 'ovingsrom-2' },
            instantParameter('from', '2026-11-28T00:00:00+01:00'),
            instantParameter('to', '2026-11-29T00:00:00+01:00'),
          ],
          responses: {
            '200': json('Availability', 'Every minute once'),
            '400': problem('The times are not right'),
            '404': problem('No such room'),
          },
        },
      },
      '/api/v1/quote': {
        post: {
          operationId: 'quote',
          summary: 'The price of a slot, refused for the same reasons as a booking',
          requestBody: { required: true, content: { 'application/json': { schema: reference('QuoteRequest') } } },
          responses: {
            '200': json('Quote', 'The price'),
            '400': problem('Not JSON'),
            '404': problem('No such room'),
            '413': problem('Too large'),
            '415': problem('Not sent as JSON'),
            '422': problem('A field is wrong, or the slot cannot be booked'),
          },
        },
      },
    },
    components: { schemas: { ...schemasOf(ANSWERS, 'output'), ...schemasOf([apiQuoteRequest], 'input') } },
  };
}

/** The schemas by their names, each pointing to the others. */
function schemasOf(schemas: readonly z.ZodType[], io: 'input' | 'output'): Record<string, unknown> {
  const registry = z.registry<{ id: string }>();
  for (const schema of schemas) registry.add(schema, { id: z.globalRegistry.get(schema)?.id ?? '' });
  const { schemas: described } = z.toJSONSchema(registry, { io, uri: (id) => `#/components/schemas/${id}` });
  return Object.fromEntries(Object.entries(described).map(([id, { $id: _id, $schema: _schema, ...schema }]) => [id, schema]));
}

function reference(name: string) {
  return { $ref: `#/components/schemas/${name}` };
}

function json(name: string, description: string) {
  return { description, content: { 'application/json': { schema: reference(name) } } };
}

function problem(description: string) {
  return { description, content: { 'application/problem+json': { schema: reference('Problem') } } };
}

function instantParameter(name: string, example: string) {
  return { name, in: 'query', required: true, schema: { type: 'string', format: 'date-time' }, example };
}
