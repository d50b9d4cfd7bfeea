/** Keeps on the lead what Sales made of it. In: the closed loop. Out: the status that {@code GET /v1/leads/{id}} shows. */
package io.leadloop.intake.status;
