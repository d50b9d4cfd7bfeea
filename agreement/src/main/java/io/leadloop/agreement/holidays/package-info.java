/** Public holidays of countries and their regions. Comes in: a code such as {@code US} or {@code DE-BY}. Goes out: which dates are off. */
package io.leadloop.agreement.holidays;
