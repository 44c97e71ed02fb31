import { createReadStream } from 'node:fs';
import { request as plainRequest, type IncomingMessage, type RequestOptions } from 'node:http';
import { request as secureRequest } from 'node:https';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { AwsV4Signer } from 'aws4fetch';
import type { S3Config } from '@platform/config';
import { FileStorage, type StoredContent } from './file-storage';

const EMPTY_SHA256 = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';
const TIMEOUT_MS = 60_000;

interface Sent {
  body?: Readable;
  size?: number;
  sha256?: string;
}

/** Keeps files in a bucket of S3 or of a service that speaks its language. The service checks the hash of each upload. */
export class S3Storage extends FileStorage {
  constructor(private readonly config: S3Config) {
    super();
  }

  async put(key: string, { path, size, sha256 }: StoredContent): Promise<void> {
    const answer = await this.send('PUT', key, { body: createReadStream(path), size, sha256 });
    answer.resume();
  }

  async open(key: string): Promise<Readable> {
    return this.send('GET', key, {});
  }

  async remove(key: string): Promise<void> {
    const answer = await this.send('DELETE', key, {});
    answer.resume();
  }

  private async send(method: string, key: string, { body, size, sha256 }: Sent): Promise<IncomingMessage> {
    const { host, bucket, region, accessKey, secretKey, insecure } = this.config;
    const signer = new AwsV4Signer({
      method,
      url: `${insecure ? 'http' : 'https'}://${host}/${bucket}/${key}`,
      headers: { 'X-Amz-Content-Sha256': sha256 ?? EMPTY_SHA256 },
      accessKeyId: accessKey,
      secretAccessKey: secretKey,
      service: 's3',
      region,
    });
    const signed = await signer.sign();
    const headers = Object.fromEntries(signed.headers.entries());
    if (size !== undefined) headers['content-length'] = String(size);
    const answer = await exchange(signed.url, { method, headers, timeout: TIMEOUT_MS }, body);
    if (answer.statusCode && answer.statusCode < 300) return answer;
    answer.resume();
    throw new Error(`The object store answered ${method} with ${answer.statusCode}.`);
  }
}

async function exchange(url: URL, options: RequestOptions, body?: Readable): Promise<IncomingMessage> {
  const request = (url.protocol === 'https:' ? secureRequest : plainRequest)(url, options);
  request.on('timeout', () => request.destroy(new Error('The object store does not answer.')));
  const answer = new Promise<IncomingMessage>((resolve, reject) => request.on('response', resolve).on('error', reject));
  if (body)
    await Promise.race([pipeline(body, request), answer]); // a refusal may come before all was sent
  else request.end();
  return answer;
}
