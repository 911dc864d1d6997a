declare module 'dmn-moddle' {
  import type { DmnDefinitions } from './dmn-document.js';

  export class DmnModdle {
    fromXML(xml: string): Promise<{ rootElement: DmnDefinitions; warnings: { message: string }[] }>;
  }
}
