/** Who a bearer token is about; everything else about them comes from the directory. */
export interface Identity {
  issuer: string;
  subject: string;
  /** When the token was issued, epoch seconds: tokens from before `tokens_not_before` are dead. */
  issuedAt: number;
  /** When the person last proved who they are (`auth_time`), epoch seconds; 0 where the issuer does not say. */
  signedInAt: number;
}

/** Checks a bearer token: signature, issuer, audience, times. */
export abstract class TokenVerifier {
  /** @throws Problem `unauthenticated` or `token-expired` */
  abstract verify(token: string): Promise<Identity>;
}
