/** The one-time codes that better-auth stores: what our messages need to know of them. */
import { db } from '~/infrastructure/db.server';

/** How better-auth names the codes of an address. */
const identifierOf = (email: string) => `sign-in-otp-${email}`;

/** Wrong guesses at the newest code of an address; null when there is none that still holds. */
export async function findTriesUsed(email: string, now: Date): Promise<number | null> {
  const code = await db.signInVerification.findFirst({
    where: { identifier: identifierOf(email), expiresAt: { gt: now } },
    orderBy: { createdAt: 'desc' },
    select: { value: true },
  });
  // Stored as `<hash>:<wrong guesses>`.
  return code && Number(code.value.slice(code.value.lastIndexOf(':') + 1));
}

export async function deleteCodes(email: string): Promise<void> {
  await db.signInVerification.deleteMany({ where: { identifier: identifierOf(email) } });
}

export async function deleteExpiredCodes(now: Date): Promise<number> {
  const { count } = await db.signInVerification.deleteMany({ where: { expiresAt: { lt: now } } });
  return count;
}
