import type { OrgType } from '../codes/index.js';

/** `GET /api/sign-in`: how staff sign in; for the console, before anybody has. */
export interface SignInWay {
  /** Of the OIDC provider; null: the embedded shape's own, as one of the sample staff. */
  issuer: string | null;
  clientId: string;
  /** `acr` that a sign-in has to reach (MFA). */
  acr: string | null;
}

/** `GET /api/me`: who is signed in, in names, and what the pages may offer them. */
export interface MeView {
  login: string;
  name: string;
  unit: NamedUnit;
  /** An outside authority is its own, without a type. */
  organisation: NamedUnit & { orgType: OrgType | null };
  /** Roles held now. */
  groups: string[];
  /** False for people of the platform and of outside authorities: no task and no desk is theirs. */
  worksOnCases: boolean;
  /** Actions of the access policy that one of the roles allows, where there is something to do them to. Each object is decided on by itself. */
  may: string[];
}

export interface NamedUnit {
  id: string;
  name: string;
  nameEn: string | null;
}
