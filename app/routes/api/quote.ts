import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { NO_SUCH_ROOM, otherMethod, problemReply, readJson } from '~/http/api-reply.server';
import { now } from '~/infrastructure/clock.server';
import { apiQuoteRequest } from '~/modules/bookings/quote.api.schema';
import { loadQuote } from '~/modules/bookings/quote.queries.server';

/** The price of a slot, or why it cannot be booked and what can. Nothing is kept: ask again before booking. */
export async function action({ request }: ActionFunctionArgs): Promise<Response> {
  if (request.method !== 'POST') return otherMethod(request, 'POST');
  const body = await readJson(request, apiQuoteRequest);
  if ('reply' in body) return body.reply;
  const answer = await loadQuote(body.value, now());
  if (answer.ok) return Response.json(answer.value, { headers: { 'Cache-Control': 'no-store' } });
  switch (answer.code) {
    case 'unknown_room':
      return problemReply(NO_SUCH_ROOM);
    case 'equipment_not_offered':
      return problemReply({
        status: 422,
        code: answer.code,
        title: 'This equipment is not for hire there.',
        facts: { equipment: answer.equipment },
      });
    case 'refused': {
      const alternatives = answer.alternatives.map(({ roomSlug, start, end }) => ({ room: roomSlug, start, end }));
      const { code, ...facts } = answer.refusal;
      return problemReply({ status: 422, code, title: 'This cannot be booked.', facts: { ...facts, alternatives } });
    }
  }
}

export function loader({ request }: LoaderFunctionArgs): Response {
  return otherMethod(request, 'POST');
}
