import type { LightMyRequestResponse } from 'fastify';
import type { SignInApp } from './sign-in-app';

/** How one request differs from what the browser would send. */
export interface Extra {
  headers?: Record<string, string>;
  payload?: object;
}

/** A browser: keeps its cookies, and sends the token of its session with every write. */
export class Browser {
  readonly cookies = new Map<string, string>();
  csrfToken = '';

  constructor(
    private readonly app: SignInApp,
    /** Where its requests come from. */
    private readonly ip = '198.51.100.7',
  ) {}

  /** Sends a request and keeps the cookies of the answer. */
  async send(
    method: 'GET' | 'POST' | 'PATCH' | 'DELETE',
    path: string,
    extra: Extra = {},
  ): Promise<LightMyRequestResponse> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await this.app.http.inject({
      method,
      url: `/api/v1/${path}`,
      remoteAddress: this.ip,
      headers: {
        ...(cookie ? { cookie } : {}),
        ...(this.csrfToken ? { 'x-csrf-token': this.csrfToken } : {}),
        'user-agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0',
        ...extra.headers,
      },
      payload: extra.payload,
    });
    for (const { name, value, maxAge } of answer.cookies as { name: string; value: string; maxAge?: number }[])
      if (maxAge === 0) this.cookies.delete(name);
      else this.cookies.set(name, value);
    return answer;
  }

  get = (path: string, extra?: Extra) => this.send('GET', path, extra);
  post = (path: string, payload?: object, extra?: Extra) => this.send('POST', path, { payload, ...extra });

  /** Types address and password, and the code where one is given. */
  async signIn(email: string, password: string, code?: string): Promise<LightMyRequestResponse> {
    const answer = await this.post('auth/login', { email, password, ...(code ? { code } : {}) });
    if (answer.statusCode === 200) this.csrfToken = answer.json<{ csrfToken: string }>().csrfToken;
    return answer;
  }

  /** Status and problem code. */
  static outcome(answer: LightMyRequestResponse): [number, string | undefined] {
    return [answer.statusCode, answer.statusCode >= 400 ? answer.json<{ code: string }>().code : undefined];
  }
}
