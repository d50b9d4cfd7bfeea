/**
 * Who looks at the pages. A sign-in link carries a token; it is checked like any other and kept in a cookie that scripts
 * cannot read. The cookie stands for the token on GET requests, and on the few writes of the pages that no other
 * site can make a browser send ({@link io.leadloop.reporting.web.gateway.PageWrites}).
 */
package io.leadloop.reporting.web.signin;
