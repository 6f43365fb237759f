import { redirect, type ActionFunctionArgs } from '@remix-run/node';
import { signOut } from '~/modules/identity/sign-out.server';

/** Followed as a link it ends nothing: that takes the form. */
export function loader() {
  return redirect('/min-side', { status: 303 });
}

export async function action({ request }: ActionFunctionArgs) {
  return redirect('/', { status: 303, headers: await signOut(request.headers) });
}
