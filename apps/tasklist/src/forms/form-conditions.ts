import { evaluate } from 'feelin';
import type { Condition } from './form-validator.js';

/**
 * Conditions of forms, evaluated by the same package that form-js uses in the browser, so that a field hidden there is hidden here. What
 * cannot be evaluated hides nothing.
 */
export const formCondition: Condition = (expression, answers) => {
  try {
    return evaluate(expression, answers).value;
  } catch {
    return null;
  }
};
