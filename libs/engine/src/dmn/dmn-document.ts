import { DmnModdle } from 'dmn-moddle';

/** The parts of a DMN file that are evaluated, as dmn-moddle gives them. */
export interface DmnDefinitions {
  id: string;
  name?: string;
  namespace?: string;
  drgElement?: DmnDrgElement[];
}

type DmnDrgElement = DmnDecision | DmnKnowledge | { $type: 'dmn:InputData' | 'dmn:KnowledgeSource'; id: string };

export interface DmnDecision {
  $type: 'dmn:Decision';
  id: string;
  name?: string;
  variable?: { name?: string };
  informationRequirement?: { requiredDecision?: { href: string }; requiredInput?: { href: string } }[];
  knowledgeRequirement?: { requiredKnowledge?: { href: string } }[];
  decisionLogic?: DmnExpression;
}

/** A business knowledge model: a function that decisions call. */
export interface DmnKnowledge {
  $type: 'dmn:BusinessKnowledgeModel';
  id: string;
  name?: string;
  variable?: { name?: string };
  encapsulatedLogic?: { formalParameter?: { name: string }[]; body?: DmnExpression; kind?: string };
  knowledgeRequirement?: { requiredKnowledge?: { href: string } }[];
}

export type DmnExpression =
  | DmnLiteral
  | DmnTable
  | { $type: 'dmn:Context'; contextEntry?: { variable?: { name: string }; value?: DmnExpression }[] }
  | { $type: 'dmn:List'; elements?: DmnExpression[] }
  | { $type: 'dmn:Relation'; column?: { name: string }[]; row?: { elements?: DmnExpression[] }[] }
  | { $type: 'dmn:FunctionDefinition'; formalParameter?: { name: string }[]; body?: DmnExpression }
  | {
      $type: 'dmn:Invocation';
      calledFunction?: DmnExpression;
      binding?: { parameter?: { name: string }; bindingFormula?: DmnExpression }[];
    };

interface DmnLiteral {
  $type: 'dmn:LiteralExpression';
  text?: string;
  expressionLanguage?: string;
}

export interface DmnTable {
  $type: 'dmn:DecisionTable';
  hitPolicy?: string;
  aggregation?: string;
  input?: { id: string; label?: string; inputExpression?: DmnLiteral; inputValues?: { text?: string } }[];
  output?: {
    id: string;
    name?: string;
    label?: string;
    outputValues?: { text?: string };
    defaultOutputEntry?: DmnLiteral;
  }[];
  rule?: { id: string; inputEntry?: { text?: string }[]; outputEntry?: DmnLiteral[] }[];
}

const NEWEST = 'https://www.omg.org/spec/DMN/20191111/MODEL/';
/** DMN 1.1, 1.2, 1.4 and 1.5: what is evaluated here looks the same in them, but dmn-moddle knows 1.3 alone. */
const OTHERS = [
  'http://www.omg.org/spec/DMN/20151101/dmn.xsd',
  'http://www.omg.org/spec/DMN/20180521/MODEL/',
  'https://www.omg.org/spec/DMN/20211108/MODEL/',
  'https://www.omg.org/spec/DMN/20230324/MODEL/',
];

/** Reads a DMN file. Throws when it is no XML or no DMN. */
export async function readDmn(xml: string): Promise<DmnDefinitions> {
  const text = OTHERS.reduce((all, namespace) => all.replaceAll(namespace, NEWEST), xml);
  const { rootElement } = await new DmnModdle().fromXML(text);
  // What is missing or of another kind shows when it is compiled.
  return rootElement as DmnDefinitions;
}
