/** How spans are recorded, and how the evidence beside them is found. */
package io.spantree.capture;
