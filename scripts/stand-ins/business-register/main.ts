/** The demo's register of legal entities: invented organisations, on this machine alone. */
import { createRegisterServer } from './register-server';

if (process.env['NODE_ENV'] === 'production') {
  console.error('The stand-in of the register is for the demo and refuses to run in production.');
  process.exit(1);
}

const server = createRegisterServer().listen(Number(process.env['PORT']), '127.0.0.1');

process.on('SIGTERM', () => {
  server.close(() => process.exit(0));
  server.closeAllConnections();
});
