import { Injectable } from '@nestjs/common';
import { POST_FUNCTIONS, type PostFunction, type Posts } from '@huiying/contracts';
import { PublishedModels } from '@huiying/zeebe';

/** Decision `posts`: which role stands for a function at a type of organisation. */
@Injectable()
export class PostTable {
  /** Answers of the decisions in force; a new publication is a new evaluator. */
  private readonly known = new WeakMap<object, Map<string, Posts>>();

  constructor(private readonly models: PublishedModels) {}

  /** All functions; whoever starts an instance passes them on (processes.md §0 `@post:f`). */
  of(orgType: string): Posts {
    const decisions = this.models.decisions();
    const ofEvaluator = this.known.get(decisions) ?? new Map<string, Posts>();
    this.known.set(decisions, ofEvaluator);
    const posts = ofEvaluator.get(orgType) ?? this.evaluate(orgType);
    ofEvaluator.set(orgType, posts);
    return posts;
  }

  private evaluate(orgType: string): Posts {
    const decisions = this.models.decisions();
    const entries = Object.entries(POST_FUNCTIONS).map(([key, code]) => {
      const { output } = decisions.evaluate('posts', { post: code, orgType });
      return [key, rolesOf(output)] as const;
    });
    return Object.fromEntries(entries) as Record<PostFunction, string[]> as Posts;
  }
}

/** A decision of one output gives the list itself, or a context with `roles` where the table names its output. */
function rolesOf(output: unknown): string[] {
  if (Array.isArray(output)) return output as string[];
  const roles = (output as { roles?: unknown } | null)?.roles;
  return Array.isArray(roles) ? (roles as string[]) : [];
}
