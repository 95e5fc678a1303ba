/** Serves a page to the user of this machine, and to nobody else. */
package web;
