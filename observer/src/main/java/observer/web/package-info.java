/** The server behind the page, which knows nothing of processes. */
package observer.web;
