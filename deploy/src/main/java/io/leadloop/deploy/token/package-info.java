/** Signs the tokens that the services accept on a local installation. In production the issuer does. */
package io.leadloop.deploy.token;
