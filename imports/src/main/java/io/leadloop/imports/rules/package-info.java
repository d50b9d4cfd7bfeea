/** Pure: from a file's row and its mapping to named fields, or the reason why not. */
package io.leadloop.imports.rules;
