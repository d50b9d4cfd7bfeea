/**
 * Where leads enter: submissions by REST and by file become leads, activities find their lead, and the closed loop tells what
 * became of each. One package per feature: {@code lead}, {@code activity}, {@code status}.
 */
package io.leadloop.intake;
