/** What is sent to a page: records, and how they are written. */
package observer.wire;
