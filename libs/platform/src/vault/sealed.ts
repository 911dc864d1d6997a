import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

/** Format `v1.<kid>.<iv>.<tag>.<ct>`, base64url, AES-256-GCM with a random 96-bit IV (access.md §4). */
export interface SealedParts {
  kid: string;
  iv: Buffer;
  tag: Buffer;
  ciphertext: Buffer;
}

export function sealWith(key: Buffer, kid: string, aad: string, plain: Buffer): string {
  const iv = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(aad));
  const ciphertext = Buffer.concat([cipher.update(plain), cipher.final()]);
  return ['v1', kid, ...[iv, cipher.getAuthTag(), ciphertext].map((part) => part.toString('base64url'))].join('.');
}

/** @throws Error when the key, the place (AAD) or a single bit differs */
export function openWith(key: Buffer, aad: string, sealed: SealedParts): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.iv, { authTagLength: 16 });
  decipher.setAAD(Buffer.from(aad)).setAuthTag(sealed.tag);
  return Buffer.concat([decipher.update(sealed.ciphertext), decipher.final()]);
}

/** @throws Error when the text is not of the format: it is never taken for plain text */
export function partsOf(sealed: string): SealedParts {
  // A key id may hold dots (main.1), the other parts never do.
  const match = /^v1\.(.+)\.([\w-]{16})\.([\w-]{22})\.([\w-]*)$/.exec(sealed);
  const [, kid, iv, tag, ciphertext] = match ?? [];
  if (kid === undefined || !iv || !tag || ciphertext === undefined) throw new Error('not a sealed value');
  return {
    kid,
    iv: Buffer.from(iv, 'base64url'),
    tag: Buffer.from(tag, 'base64url'),
    ciphertext: Buffer.from(ciphertext, 'base64url'),
  };
}
