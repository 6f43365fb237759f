/** Who tries the doors, and whose things they try to reach. */
import { request, test, type APIRequestContext } from '@playwright/test';
import { ordinaryDay } from './days';
import { MARK, ROOM } from './hostile';
import { giveStaffRole } from './hub-database';
import { newAddress } from './journey';
import { holdSlot, signInOverHttp, type HeldSlot } from './over-http';

type Person = { email: string; request: APIRequestContext };

export type HostilePeople = {
  visitor: APIRequestContext;
  musician: Person;
  stranger: Person;
  manager: Person;
  /** A booking of the musician. */
  held: HeldSlot;
  leave: () => Promise<void>;
};

export async function openPeople(): Promise<HostilePeople> {
  const { baseURL = '' } = test.info().project.use;
  const contexts: APIRequestContext[] = [];
  const open = async (): Promise<APIRequestContext> => {
    const context = await request.newContext({ baseURL, extraHTTPHeaders: { 'x-request-id': MARK } });
    contexts.push(context);
    return context;
  };
  const signedIn = async (): Promise<Person> => {
    const person = { email: newAddress(), request: await open() };
    await signInOverHttp(person.request, person.email);
    return person;
  };
  const [visitor, musician, stranger, manager] = await Promise.all([open(), signedIn(), signedIn(), signedIn()]);
  await giveStaffRole(manager.email, 'manager');
  const held = await holdSlot(musician.request, ROOM, ordinaryDay(73));
  const leave = async () => void (await Promise.all(contexts.map((context) => context.dispose())));
  return { visitor, musician, stranger, manager, held, leave };
}
