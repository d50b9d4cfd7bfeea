/** A wire between two programs that can be cut, slowed and made to swallow what it carries. Knows nothing of the product. */
package io.leadloop.systemtests.faults.wire;
