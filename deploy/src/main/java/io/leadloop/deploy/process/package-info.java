/** Processes that outlive the launcher: started apart from the terminal, remembered by a file, stopped politely first. */
package io.leadloop.deploy.process;
