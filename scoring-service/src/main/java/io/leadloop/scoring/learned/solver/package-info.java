/** The one place that knows the library which solves the regression. */
package io.leadloop.scoring.learned.solver;
