import { quoteLiteral } from './literal.js';

/**
 * Users, names, ids and properties are compared and hashed as JSON strings, quotation marks included: so
 * they come from the JSON reader, and taking them apart would cost more than all the rest of a row.
 */
export const VALUE_MACROS = [
  // A double without a trailing ".0"; NaN and Infinity are no values.
  `CREATE MACRO number_text(x) AS CASE WHEN regexp_full_match(x, '-?\\d.*')
     THEN '"' || regexp_replace(regexp_replace(x, '\\.0$', ''), '^-0$', '0') || '"' END`,
  // Of a value as JSON the text that it stands for; NULL for what is neither text nor number.
  `CREATE MACRO text_value(x) AS CASE WHEN starts_with(x, '"') THEN x ELSE number_text(x) END`,
  `CREATE MACRO property_value(x) AS CASE WHEN starts_with(x, '"') THEN x
     WHEN x IN ('true', 'false') THEN '"' || x || '"' ELSE number_text(x) END`,
  // JSON writes white space as it is or as an escape; only what begins like it is looked at closely.
  `CREATE MACRO is_blank(x) AS CASE WHEN x < '"#' OR starts_with(x, '"\\')
     THEN regexp_full_match(x, '"( |\\\\[tnfr])*"') ELSE false END`,
];

/** A text as the values above are. */
export function valueLiteral(text: string): string {
  return `to_json(${quoteLiteral(text)})::VARCHAR`;
}

/** A column of texts as the values above are. */
export function textColumn(sql: string): string {
  return `to_json(${sql})::VARCHAR`;
}

/** What a value says, without its quotation marks. */
export function plainText(sql: string): string {
  return `json_extract_string(${sql}, '$')`;
}
