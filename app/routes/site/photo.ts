import type { LoaderFunctionArgs } from '@remix-run/node';
import { notFound, requireId } from '~/http/guards.server';
import { photoReply } from '~/http/photo.server';
import { getVisitor } from '~/http/visitor.server';
import { findPhoto } from '~/modules/bookings/visits/photo.queries.server';

/** A picture somebody has sent, for those whom it concerns. */
export async function loader({ params, request }: LoaderFunctionArgs): Promise<Response> {
  const photo = await findPhoto(await getVisitor(request), requireId(params.id));
  if (!photo) throw notFound();
  return photoReply(photo);
}
