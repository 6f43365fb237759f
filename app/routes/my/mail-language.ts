import { redirect, type ActionFunctionArgs } from '@remix-run/node';
import { z } from 'zod';
import { parseForm } from '~/http/form.server';
import { requireViewer } from '~/http/viewer.server';
import { LOCALES } from '~/lib/locale';
import { chooseMailLanguage } from '~/modules/identity/choose-mail-language.server';

const form = z.object({ locale: z.enum(LOCALES) });

export function loader(): Response {
  return redirect('/min-side', { status: 303 });
}

/** The language of mails; the pages follow the switch in their header. */
export async function action({ request }: ActionFunctionArgs) {
  const { person } = await requireViewer(request, '/min-side');
  const parsed = await parseForm(request, form);
  if (!parsed.ok) throw new Response(null, { status: 400 });
  await chooseMailLanguage(person.id, parsed.value.locale);
  return redirect('/min-side?sagt=language', { status: 303 });
}
