import * as net from 'node:net';
import { CommandError } from '../command.error';

/**
 * Makes sure that the address can be bound, and finds a free port when 0 is asked for.
 * @throws CommandError saying what to change.
 */
export function claimablePort(host: string, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = net.createServer();
    probe.on('error', (error: NodeJS.ErrnoException) => reject(new CommandError(refusal(error.code, host, port))));
    probe.listen({ host, port, exclusive: true }, () => {
      const bound = (probe.address() as net.AddressInfo).port;
      probe.close(() => resolve(bound));
    });
  });
}

function refusal(code: string | undefined, host: string, port: number): string {
  if (code === 'EADDRINUSE')
    return `Port ${port} is in use: stop the program that uses it, or set PORT to another one.`;
  if (code === 'EACCES') return `Port ${port} is not allowed for this user: set PORT to one from 1024 on.`;
  return `Cannot listen on ${host}:${port} (${code ?? 'unknown reason'}): check HOST and PORT.`;
}
