import { errors } from 'jose';
import { Problem } from '../problem/problem.js';

/** A token that does not verify: only expiry is told apart, because the console then signs in again without a word. */
export function refusalOf(error: unknown): Problem {
  const code = error instanceof errors.JWTExpired ? 'token-expired' : 'unauthenticated';
  return new Problem(code, 'unauthenticated', { cause: error });
}
