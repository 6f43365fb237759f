import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { jsonReply, otherMethod } from '~/http/api-reply.server';
import { openApiDocument } from '~/http/openapi';
import { env } from '~/infrastructure/env.server';

/** What the API can do, for machines. */
export function loader({ request }: LoaderFunctionArgs): Response {
  if (request.method === 'OPTIONS') return otherMethod(request, 'GET');
  return jsonReply(request, openApiDocument(env.PUBLIC_URL), { cacheControl: 'public, max-age=3600' });
}

export function action({ request }: ActionFunctionArgs): Response {
  return otherMethod(request, 'GET');
}
