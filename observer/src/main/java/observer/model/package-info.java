/** The picture of a running system, folded from what its trace tells. */
package observer.model;
