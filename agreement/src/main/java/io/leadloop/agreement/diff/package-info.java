/**
 * What another text would change, in words that both teams read before they sign.
 *
 * <p>Comes in: two documents. Goes out: {@link io.leadloop.agreement.diff.Change}s, in the order of the document.
 *
 * <p>Works on the document as it is told, not field by field, so that a field that is new in the schema is compared too: at worst it
 * is worded plainly, never left out.
 */
package io.leadloop.agreement.diff;
