/** Who is looking: read once a request, however many loaders ask. */
import { redirect } from '@remix-run/node';
import { now } from '~/infrastructure/clock.server';
import { DEFAULT_LOCALE, isLocale, type Locale } from '~/locales/config';
import { can, type Action, type Actor, type MembershipRole } from '~/modules/identity/permissions';
import { readSession } from '~/modules/identity/read-session.server';
import type { CustomerGroup } from '~/modules/organisations/customer-group';
import { findViewer, type ViewerFacts } from '~/modules/organisations/viewer.queries.server';
import { signInPath } from './sign-in-path';

export type ViewerOrganisation = {
  readonly id: string;
  readonly name: string;
  /** A band is run by its members themselves. */
  readonly kind: ViewerFacts['organisations'][number]['kind'];
  /** The strongest of the person's roles in it; what they may do is asked of `can`, which knows all of them. */
  readonly role: MembershipRole;
  /** May book now and be invoiced later. */
  readonly onAccount: boolean;
  readonly customerGroups: readonly CustomerGroup[];
};

export type Viewer = {
  readonly sessionId: string;
  readonly person: {
    readonly id: string;
    /** Empty until given. */
    readonly name: string;
    readonly email: string;
    readonly phone: string | null;
    /** The language of mails to this person; pages follow the language switch. */
    readonly locale: Locale;
  };
  readonly actor: Actor;
  /** The person's own groups; an organisation's are with it. */
  readonly customerGroups: readonly CustomerGroup[];
  /** Organisations the person is a member of now, by name. */
  readonly organisations: readonly ViewerOrganisation[];
};

type Lookup = { readonly viewer: Viewer | null; readonly headers: Headers };

const lookupsByRequest = new WeakMap<Request, Promise<Lookup>>();
/** Remix hands each loader its own copy of the request; those that ask at the same time share the look-up under way. */
const lookupsUnderWay = new Map<string, Promise<Lookup>>();

/** The person signed in, with roles, memberships and groups valid now; null for a visitor. */
export async function getViewer(request: Request): Promise<Viewer | null> {
  return (await lookUp(request)).viewer;
}

/**
 * `Set-Cookie` headers that keep a used session alive and its look-up cheap. The root loader sends them with every page:
 * `return data(…, { headers: await sessionHeaders(request) })`.
 */
export async function sessionHeaders(request: Request): Promise<Headers> {
  return (await lookUp(request)).headers;
}

/** The person signed in; a visitor is sent to sign in and comes back to `back`, by default the page asked for. */
export async function requireViewer(request: Request, back = pathOf(request)): Promise<Viewer> {
  const viewer = await getViewer(request);
  if (!viewer) throw redirect(signInPath(back), { status: 303 });
  return viewer;
}

/** Staff who may do this. Others get 403, or 404 where not even the existence of the page is their business (`hidden`). */
export async function requireStaff(request: Request, action: Action, { hidden = false } = {}): Promise<Viewer> {
  const viewer = await requireViewer(request);
  if (!can(viewer.actor, action)) throw new Response(null, { status: hidden ? 404 : 403 });
  return viewer;
}

function pathOf(request: Request): string {
  const { pathname, search } = new URL(request.url);
  return pathname + search;
}

function lookUp(request: Request): Promise<Lookup> {
  const known = lookupsByRequest.get(request);
  if (known) return known;
  const lookup = shareUnderWay(request);
  lookupsByRequest.set(request, lookup);
  return lookup;
}

function shareUnderWay(request: Request): Promise<Lookup> {
  const cookie = request.headers.get('cookie');
  if (!cookie) return Promise.resolve({ viewer: null, headers: new Headers() });
  const underWay = lookupsUnderWay.get(cookie);
  if (underWay) return underWay;
  const lookup = load(request).finally(() => lookupsUnderWay.delete(cookie));
  lookupsUnderWay.set(cookie, lookup);
  return lookup;
}

async function load(request: Request): Promise<Lookup> {
  const { session, headers } = await readSession(request.headers);
  const facts = session && (await findViewer(session, now()));
  return { viewer: facts && session ? toViewer(session.id, facts) : null, headers };
}

function toViewer(sessionId: string, facts: ViewerFacts): Viewer {
  const { id, name, email, phone, locale, staffRoles, customerGroups, organisations } = facts;
  return {
    sessionId,
    person: { id, name, email, phone, locale: isLocale(locale) ? locale : DEFAULT_LOCALE },
    actor: {
      personId: id,
      staffRoles,
      memberships: organisations.flatMap((organisation) => organisation.roles.map((role) => ({ organisationId: organisation.id, role }))),
    },
    customerGroups,
    organisations: organisations.map(({ roles, ...organisation }) => ({ ...organisation, role: roles[0] })),
  };
}
