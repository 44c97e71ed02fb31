import autocannon from 'autocannon';

/** The middle value. */
export function median(values) {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
}

/**
 * Sends requests for some seconds over that many connections. `requests` is a list to go through, or a function that
 * makes the requests of one connection (writes name the version they are based on, which each answer moves on).
 * @throws Error when any answer was not a success: a fast refusal is no result.
 */
export async function measure(url, requests, connections, seconds) {
  const result = await autocannon({
    url,
    connections,
    duration: seconds,
    ...(typeof requests === 'function' ? { setupClient: requests } : { requests }),
  });
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(`${result.non2xx} answers were refused and ${result.errors} failed at ${url}.`);
  return { rps: Math.round(result.requests.average), p50Ms: result.latency.p50, p99Ms: result.latency.p99 };
}
