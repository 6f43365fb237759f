/**
 * Loaded into every process the starter starts (`node --import`): when the starter is gone, however it ended, the process asks
 * itself to stop, and no orphan keeps a port or a database connection.
 */
const PATIENCE_MS = 12_000;

process.on('disconnect', () => {
  setTimeout(() => process.exit(1), PATIENCE_MS).unref();
  process.kill(process.pid, 'SIGTERM');
});
// Listening must not keep a process alive that has finished its work.
process.channel?.unref();
