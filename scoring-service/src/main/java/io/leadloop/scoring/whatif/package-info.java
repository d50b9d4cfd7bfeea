/**
 * What a draft would do to the leads that are stored.
 *
 * <p>In: a draft as text ({@code POST /v1/what-if}), the leads, what they did and what became of them. Out: records of progress, and
 * as the last one what would change. Nothing is saved.
 *
 * <p>Leads are read in chunks and judged by all cores; only sums and one page of changed leads are kept.
 */
package io.leadloop.scoring.whatif;
