/**
 * The reporting service: reads what all others say, keeps one row and one timeline per lead, and answers what each source
 * and campaign was worth. Produces nothing but dead letters. See {@code README.md} of this module.
 */
package io.leadloop.reporting;
