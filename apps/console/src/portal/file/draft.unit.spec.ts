import {
  clearDraft,
  type Draft,
  EMPTY_DRAFT,
  loadDraft,
  missingAnswers,
  saveDraft,
  toFiling,
  withAnswer,
} from './draft.js';

const DAY = 24 * 3600_000;

class MemoryStore {
  readonly kept = new Map<string, string>();
  getItem = (key: string) => this.kept.get(key) ?? null;
  setItem = (key: string, value: string) => void this.kept.set(key, value);
  removeItem = (key: string) => void this.kept.delete(key);
}

const draft = (change: Partial<Draft>): Draft => ({ ...EMPTY_DRAFT, ...change });

describe('the draft on the phone', () => {
  it('is there for seven days, then gone', () => {
    const store = new MemoryStore();
    saveDraft(store, draft({ description: '厨房渗水' }), 0);
    expect(loadDraft(store, 7 * DAY - 1)).toMatchObject({ savedAt: 0, draft: { description: '厨房渗水' } });
    expect(loadDraft(store, 7 * DAY)).toBeUndefined();
    expect(store.kept.size).toBe(0);
  });

  it('is not kept while it is empty, unreadable or cleared', () => {
    const store = new MemoryStore();
    saveDraft(store, draft({ inquiry: true }), 0);
    expect(store.kept.size).toBe(0);
    store.setItem('huiying.draft', '{');
    expect(loadDraft(store, 0)).toBeUndefined();
    saveDraft(store, draft({ project: '翡翠湾' }), 0);
    clearDraft(store);
    expect(loadDraft(store, 0)).toBeUndefined();
  });

  it('loses name, phone and e-mail when the complainant turns anonymous (R08.3)', () => {
    const named = draft({ name: '张三', phone: '13800005678', email: 'z@example.com' });
    const anonymous = withAnswer(named, 'anonymous', true);
    expect(anonymous).toMatchObject({ name: '', phone: '', email: '' });
    expect(withAnswer(anonymous, 'phone', '1')).toMatchObject({ phone: '' });
  });
});

describe('what is still missing', () => {
  const fields = (change: Partial<Draft>, step: Parameters<typeof missingAnswers>[1]) =>
    missingAnswers(draft(change), step).map(({ field, text }) => [field, text]);

  it('asks for ten characters of text', () => {
    expect(fields({ description: ' 短 ' }, 'what')).toEqual([['description', 'file.need.description']]);
    expect(fields({ description: '厨房天花板一直在渗水滴' }, 'what')).toEqual([]);
  });
  it('asks for name and phone unless anonymous, and takes blanks and dashes', () => {
    expect(fields({}, 'who').map(([field]) => field)).toEqual(['name', 'phone']);
    expect(fields({ anonymous: true }, 'who')).toEqual([]);
    expect(fields({ name: '张', phone: '138 0000-5678' }, 'who')).toEqual([]);
    expect(fields({ name: '张', phone: '0571 8888 8888' }, 'who')).toEqual([]);
    expect(fields({ name: '张', phone: '12345' }, 'who')).toEqual([['phone', 'file.need.phoneShape']]);
  });
});

describe('the filing', () => {
  it('leaves blank answers out', () => {
    expect(toFiling(draft({ description: ' 厨房天花板渗水 ', anonymous: true }), [])).toEqual({
      description: '厨房天花板渗水',
      anonymous: true,
    });
  });
  it('says everything that was answered', () => {
    const full = draft({
      description: '厨房天花板渗水',
      danger: 'unknown',
      amount: '1,200',
      households: '３',
      project: '翡翠湾',
      room: '1201',
      respondent: '物业',
      name: '张三',
      phone: '138 0000 5678',
      employee: true,
    });
    expect(toFiling(full, ['u1'])).toEqual({
      description: '厨房天花板渗水',
      dangerToPersons: null,
      amountFen: 120_000,
      households: 3,
      place: { project: '翡翠湾', room: '1201' },
      respondent: { unit: '物业' },
      contact: { name: '张三', phone: '13800005678' },
      complainantIsEmployee: true,
      uploads: ['u1'],
    });
    expect(toFiling({ ...full, inquiry: true }, []).kind).toBe('inquiry');
  });
});
