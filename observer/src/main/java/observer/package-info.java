/** Shows a running system in the browser. */
package observer;
