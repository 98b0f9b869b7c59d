/**
 * The parser of Handlebars by itself, which its package declares only as a part of the whole: the compiler and what compiled templates
 * need take longer to load than a small template to parse.
 */
declare module "handlebars/dist/cjs/handlebars/compiler/base.js" {
  import type Handlebars from "handlebars";

  export const parse: typeof Handlebars.parse;
}
