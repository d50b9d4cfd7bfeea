/** How a report counts: its period, its percentages, what a cell of a table may hold. Pure. */
package io.leadloop.reporting.report.rules;
