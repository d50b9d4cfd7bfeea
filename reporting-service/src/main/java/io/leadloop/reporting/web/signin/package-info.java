/**
 * Who looks at the pages. A sign-in link carries a token; it is checked like any other and kept in a cookie that scripts
 * cannot read. The cookie stands for the token on GET requests only, so no other site can make a browser change something.
 */
package io.leadloop.reporting.web.signin;
