/**
 * TCP ports: the one the user chose must be free, all others are found and remembered in the data folder.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';

const LOOPBACK = '127.0.0.1';

export function isPortFree(port, host) {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen({ port, host, exclusive: true }, () => probe.close(() => resolve(true)));
  });
}

export async function nextFreePort(after, host) {
  for (let port = after + 1; port <= 65_535; port += 1) {
    if (await isPortFree(port, host)) return port;
  }
  throw new Error('No free port was found.');
}

/** @returns {Promise<number>} any port that is free on the loopback address */
export function anyFreePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, LOOPBACK, () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

/** Ports by name, the same as last time as long as nobody else took them: links in old mails and open pages keep working. */
export async function rememberedPorts(dataDir, names) {
  const file = join(dataDir, 'ports.json');
  const before = readPorts(file);
  const ports = {};
  for (const name of names) {
    const known = before[name];
    ports[name] = known && (await isPortFree(known, LOOPBACK)) ? known : await anyFreePort();
  }
  writeFileSync(file, `${JSON.stringify({ ...before, ...ports }, null, 2)}\n`);
  return ports;
}

function readPorts(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return {};
  }
}
