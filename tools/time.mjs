// npm run time -- add 3d | pin 2026-10-08T09:00+08:00 | reset | show     moves the time of a running product (HUIYING_CLOCK=controlled)
const monitoring =
  process.env.ENGINE_MONITORING_URL ?? `http://127.0.0.1:${process.env.ENGINE_MONITORING_PORT ?? 9600}`;
const UNITS = { s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 };

const [verb, value] = process.argv.slice(2);
const requests = {
  show: () => ['GET', ''],
  add: () => ['POST', '/add', { offsetMilli: milliseconds(value) }],
  pin: () => ['POST', '/pin', { epochMilli: moment(value) }],
  reset: () => ['DELETE', ''],
};

if (!requests[verb]) fail('usage: npm run time -- add 3d | pin 2026-10-08T09:00+08:00 | reset | show');
const [method, path, body] = requests[verb]();
const headers = body && { 'content-type': 'application/json' };
const response = await fetch(`${monitoring}/actuator/clock${path}`, {
  method,
  headers,
  body: body && JSON.stringify(body),
}).catch(() => fail(`nothing answers at ${monitoring}: is the product running?`));
if (!response.ok) fail(`the clock was not moved (HTTP ${response.status}): ${await response.text()}`);
const { epochMilli } = await response.json();
console.log(new Date(epochMilli).toLocaleString('sv-SE', { timeZone: 'Asia/Shanghai' }));

function milliseconds(text = '') {
  const [, amount, unit] = /^(-?\d+)([smhd])$/.exec(text) ?? fail(`${text} is not a duration such as 90m, 8h or 3d`);
  return Number(amount) * UNITS[unit];
}

function moment(text = '') {
  const at = Date.parse(text);
  if (Number.isNaN(at) || !/[Zz]|[+-]\d\d:\d\d$/.test(text))
    fail(`${text} is not a time with offset such as 2026-10-08T09:00+08:00`);
  return at;
}

function fail(message) {
  console.error(message);
  process.exit(1);
}
