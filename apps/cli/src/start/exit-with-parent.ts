/**
 * Loaded before the program of a supervised process. The channel to the supervisor closes when that process ends in
 * whatever way, even by SIGKILL; without it nobody would ever stop this one. A program that listens itself stops itself.
 */
process.once('disconnect', () => {
  if (process.listenerCount('disconnect') === 0) process.kill(process.pid, 'SIGTERM');
  setTimeout(() => process.kill(process.pid, 'SIGKILL'), 5000).unref();
});
process.channel?.unref(); // the channel alone is no reason to stay alive
