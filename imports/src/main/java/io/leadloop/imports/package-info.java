/**
 * Imports of whole files. In: a CSV file with a mapping of its columns. The rows are stored before the request is answered;
 * a worker then applies them in batches, each batch in one transaction with its effects and events, so that a crash loses
 * and doubles nothing. Out: rows for the service's {@link io.leadloop.imports.ImportKind}, progress and per-row messages.
 */
package io.leadloop.imports;
