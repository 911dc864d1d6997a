/**
 * A client of the running product for the commands of package.json: the address is `http://127.0.0.1:HUIYING_PORT` (8080). Every refusal
 * is thrown as an error with the problem's text, its code in `code` and its fields.
 */
function address() {
  return process.env.HUIYING_ADDRESS ?? `http://127.0.0.1:${process.env.HUIYING_PORT ?? 8080}`;
}

class Refused extends Error {
  constructor(method, path, status, problem) {
    const fields = (problem.errors ?? []).map(({ field, code, detail }) => `${field}: ${detail ?? code}`).join('; ');
    super(`${method} ${path}: ${status} ${problem.detail ?? problem.title ?? ''}${fields && ` (${fields})`}`);
    Object.assign(this, { status, code: problem.type, errors: problem.errors ?? [] });
  }
}

const PAUSE_MS = 200;

/**
 * A caller with fixed headers (a bearer token, a tracking code). With patience it repeats what found nobody or a 5xx for so many ms: for
 * tests that kill parts of the product.
 */
export class Client {
  constructor(headers = {}, base = address(), patienceMs = 0) {
    Object.assign(this, { headers, base, patienceMs });
  }

  get(path, headers) {
    return this.send('GET', path, undefined, headers);
  }

  post(path, body = {}, headers) {
    return this.send('POST', path, body, headers);
  }

  put(path, body, headers) {
    return this.send('PUT', path, body, headers);
  }

  async send(method, path, body, headers) {
    const until = performance.now() + this.patienceMs;
    for (;;) {
      try {
        return await this.#once(method, path, body, headers);
      } catch (error) {
        const passing = !(error instanceof Refused) || error.status >= 500;
        if (!passing || performance.now() > until) throw error;
        await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
      }
    }
  }

  async #once(method, path, body, headers = {}) {
    const response = await fetch(this.base + path, {
      method,
      headers: { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...this.headers, ...headers },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    const text = await response.text();
    const answer = text ? JSON.parse(text) : undefined;
    if (!response.ok) throw new Refused(method, path, response.status, answer ?? {});
    return answer;
  }
}

/** Signs in by the development issuer: by login, or as the first of the sample staff who holds a role (in a unit). */
export async function signIn({ login, group, unit }, base = address(), patienceMs = 0) {
  const anybody = new Client({}, base, patienceMs);
  const user = login ?? (await findStaff(anybody, group, unit)).login;
  const { token } = await anybody.post('/api/dev/login', { user });
  return new Client({ authorization: `Bearer ${token}` }, base, patienceMs);
}

async function findStaff(client, group, unit) {
  const staff = await client.get('/api/dev/users');
  const found = staff.find((person) => person.groups.includes(group) && (!unit || person.unit === unit));
  if (!found) throw new Error(`none of the sample staff holds ${group}${unit ? ` at ${unit}` : ''}`);
  return found;
}
