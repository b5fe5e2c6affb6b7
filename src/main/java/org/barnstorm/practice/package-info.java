/**
 * Learning in real life: what people learn together and in real work, told by what the task engine sees. It is above both
 * and tells training "this step is done"; neither knows of it.
 */
package org.barnstorm.practice;
