import { eventually } from './running-product.mjs';

/** Tokens of the development issuer live 15 minutes of the machine's time. */
const SIGN_IN_AGAIN_MS = 10 * 60_000;

/** The sample staff of a running product, signed in as needed and remembered; tasks done as whoever may do them. */
export class Staff {
  #clients = new Map();

  constructor(product) {
    this.product = product;
  }

  async everybody() {
    this.people ??= await this.product.anybody.get('/api/dev/users');
    return this.people;
  }

  async as(login) {
    const known = this.#clients.get(login);
    if (known && performance.now() - known.signedInAt < SIGN_IN_AGAIN_MS) return known.client;
    const signedInAt = performance.now();
    const client = await this.product.signIn({ login });
    this.#clients.set(login, { client, signedInAt });
    return client;
  }

  /** Logins of those who hold a role, those of an organisation (its id is the first part of a sample login) first. */
  async holders(role, orgId) {
    const people = (await this.everybody()).filter(({ groups }) => groups.includes(role));
    const near = (login) => (orgId && login.toLowerCase().startsWith(`${orgId.toLowerCase()}.`) ? 0 : 1);
    return people.map(({ login }) => login).sort((a, b) => near(a) - near(b));
  }

  async first(role, orgId) {
    const [login] = await this.holders(role, orgId);
    if (!login) throw new Error(`nobody holds ${role}`);
    return this.as(login);
  }

  /** An open task of the case (of an element or a process), with a client of somebody who may work on it; `undefined` when there is none now. */
  async taskOf({ caseNo, element, process, role, orgId, login }) {
    for (const candidate of login ? [login] : await this.holders(role, orgId)) {
      const client = await this.as(candidate);
      for (const view of ['group', 'mine']) {
        const { items } = await client.get(
          `/api/tasks?view=${view}${caseNo ? `&caseNo=${encodeURIComponent(caseNo)}` : ''}`,
        );
        const task = items.find((item) => (element ? item.element === element : item.process === process));
        if (task) return { client, task, login: candidate };
      }
    }
    return undefined;
  }

  /**
   * Waits for the task `element` at the holders of `role` (or at `login`), claims it and completes it with `data`. Where an answer was
   * lost (the product was killed) the claim or the completion is found done.
   */
  async complete({ data, within, ...where }) {
    const found = await eventually(
      () => this.taskOf(where),
      `task ${where.element} of ${where.caseNo} at ${where.login ?? where.role}`,
      within,
    );
    const { client, task } = found;
    if (!task.assignee) await client.post(`/api/tasks/${task.id}/claim`).catch((error) => ignoreRepeat(client, error));
    const reply = await client
      .post(`/api/tasks/${task.id}/complete`, { data })
      .catch((error) => ignoreRepeat(client, error));
    return { ...found, reply };
  }
}

const DONE_ALREADY = new Set([404, 409, 410]);

/** Only a patient client repeats, so only for it can a refusal mean that the first try arrived. */
function ignoreRepeat({ patienceMs }, error) {
  if (patienceMs > 0 && DONE_ALREADY.has(error.status)) return undefined;
  throw error;
}
